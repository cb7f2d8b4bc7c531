/// The page's looks. The browser is told the sheet's digest, and takes no other style and nothing from elsewhere.
enum PageStyle {
  /// What the page may load: its own style sheet, by its digest. `scripts/check-page` names the digest of a new sheet.
  static let policy: HTML =
    "default-src 'none'; style-src 'sha256-6m6iQQPXBQvQYguwUkEA+JoQv4bHK+mWwGPpHxOHmlo='; base-uri 'none'; form-action 'none'"

  static let sheet: HTML = {
    let light = PagePalette.variables(\.light)
    let dark = PagePalette.variables(\.dark)
    let colors =
      ":root{color-scheme:light dark;\(light)}\n@media (prefers-color-scheme:dark){:root{\(dark)}}\n@media print{:root{color-scheme:light;\(light)}}"
    return HTML(
      ours: "\n"
        + [colors, basics, frame, findings, tables, comparison, diagram, narrow, print].joined(separator: "\n") + "\n")
  }()

  private static let basics = """
    *,*::before,*::after{box-sizing:border-box}
    html{scroll-behavior:smooth;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--page);color:var(--text);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,\
    "Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
    h1,h2,h3,h4{line-height:1.3;margin:0;text-wrap:balance}
    p{margin:.5rem 0}
    a{color:var(--link);text-underline-offset:.3em;text-decoration-thickness:.06em}
    a:hover{text-decoration-thickness:.12em}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
    code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;\
    font-size:.86em;unicode-bidi:isolate}
    code{background:var(--soft);border-radius:4px;padding:.08em .3em;-webkit-box-decoration-break:clone;\
    box-decoration-break:clone}
    a code{color:inherit}
    pre{background:var(--soft);border-radius:8px;padding:.7rem .85rem;margin:.6rem 0;line-height:1.5;\
    white-space:pre-wrap;font-size:.82rem}
    pre span{display:block;margin:0 -.85rem;padding:0 .85rem}
    pre .add{background:var(--good-soft);color:var(--good)}
    pre .del{background:var(--bad-soft);color:var(--bad)}
    ul.plain{margin:.5rem 0;padding-left:1.1rem}
    ul.plain li{margin:.3rem 0}
    ul.plain li::marker{color:var(--faint)}
    .faint,.more,.count{color:var(--faint)}
    .good{color:var(--good)}.bad{color:var(--bad)}.doubtful{color:var(--warn)}
    .good,.bad,.doubtful{font-weight:600}
    .nowrap{white-space:nowrap}
    .hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .skip{position:absolute;left:-99rem;top:0;background:var(--card);padding:.5rem 1rem;z-index:1}
    .skip:focus{left:0}
    details{margin:.5rem 0}
    summary{cursor:pointer;padding:.25rem 0;color:var(--link)}
    summary h4,summary code{color:var(--text)}
    summary h4{display:inline}
    abbr{text-decoration:none;font-size:.72rem;font-weight:700;letter-spacing:.03em;color:var(--faint);\
    border:1px solid var(--edge);border-radius:4px;padding:.05em .3em}
    """

  private static let frame = """
    .verdict{background:var(--card);border-bottom:1px solid var(--edge);border-top:6px solid var(--line)}
    .verdict.passed{border-top-color:var(--good)}.verdict.failed{border-top-color:var(--bad)}
    .verdict.warned{border-top-color:var(--warn-edge)}.verdict.unknown{border-top-color:var(--lost)}
    .inner{max-width:96rem;margin:0 auto;padding:1.4rem 2rem 1.5rem}
    .brand{margin:0 0 .5rem;font-size:.85rem;color:var(--faint);letter-spacing:.02em}
    h1{font-size:clamp(1.35rem,1.05rem + 1.4vw,2rem);letter-spacing:-.015em;font-weight:680}
    .badge{display:inline-block;font-size:.62em;font-weight:700;letter-spacing:.01em;padding:.22em .65em;\
    border-radius:99px;vertical-align:.18em;white-space:nowrap;background:var(--soft);color:var(--text)}
    .badge.passed{background:var(--good-soft);color:var(--good)}.badge.failed{background:var(--bad-soft);color:var(--bad)}
    .badge.warned{background:var(--warn-soft);color:var(--warn)}.badge.unknown{background:var(--lost-soft);color:var(--lost)}
    ul.counts{list-style:none;display:flex;flex-wrap:wrap;gap:.15rem 1.3rem;margin:.7rem 0 0;padding:0;color:var(--faint)}
    ul.counts strong{color:var(--text);font-size:1.1em}
    .facts{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:.9rem 0 0;font-size:.88rem}
    .facts div{display:flex;gap:.5rem;min-width:0}
    .facts dt{color:var(--faint);flex:none}
    .facts dd{margin:0;min-width:0}
    .page{max-width:96rem;margin:0 auto;padding:0 2rem;display:grid;grid-template-columns:15rem minmax(0,1fr);gap:2.5rem;\
    align-items:start}
    .page>main:only-child{grid-column:1/-1}
    main{padding:1.5rem 0 2rem;min-width:0}
    nav{position:sticky;top:0;max-height:100vh;overflow:auto;padding:1.9rem 0;font-size:.9rem}
    nav ul{list-style:none;margin:0;padding:0}
    nav .contents>li{margin-bottom:1rem}
    nav a{text-decoration:none;display:inline-block;padding:.16rem 0}
    nav a:hover{text-decoration:underline}
    nav .target{font-weight:650;color:var(--text)}
    nav .parts{padding-left:1.05rem}
    nav .parts a{color:var(--faint)}
    nav .count{font-size:.8em}
    .dot{display:inline-block;width:.6rem;height:.6rem;border-radius:50%;background:var(--line);margin-right:.25rem}
    .dot.passed{background:var(--good)}.dot.failed{background:var(--bad)}.dot.warned{background:var(--warn-edge)}
    .dot.unknown{background:var(--lost)}
    .note{background:var(--card);border:1px solid var(--edge);border-radius:10px;padding:.7rem 1rem}
    section.target+section.target{margin-top:3rem;padding-top:2rem;border-top:1px solid var(--edge)}
    h2{font-size:1.5rem;letter-spacing:-.01em}
    .lead{margin:.25rem 0 0}
    section.part{margin-top:2rem}
    h3{font-size:1.08rem;margin-bottom:.6rem;font-weight:680}
    h3 .count{font-weight:400;font-size:.9em;margin-left:.2rem}
    h4{font-size:1rem;font-weight:620}
    footer{max-width:96rem;margin:0 auto;padding:1rem 2rem 2.5rem;font-size:.82rem;color:var(--faint)}
    footer p{border-top:1px solid var(--edge);padding-top:1rem}
    :target{scroll-margin-top:1rem}
    h2:target,h3:target,h4:target{text-decoration:underline;text-decoration-color:var(--link);\
    text-decoration-thickness:.15em;text-underline-offset:.25em}
    """

  private static let findings = """
    .finding{background:var(--card);border:1px solid var(--edge);border-left:5px solid var(--line);border-radius:10px;\
    padding:.9rem 1.1rem;margin:.75rem 0}
    .finding.error{border-left-color:var(--bad)}.finding.warning{border-left-color:var(--warn-edge)}
    .finding.unknown{border-left-color:var(--lost)}
    .finding>:last-child{margin-bottom:0}
    .finding h4,.message{font-size:1.03rem;font-weight:620;margin:0;text-wrap:pretty}
    .place{margin:.25rem 0 0;font-size:.88rem;color:var(--faint)}
    .remedy{margin:.6rem 0}
    .finding summary{font-size:.88rem}
    .tag{display:inline-block;font-size:.78rem;font-weight:600;padding:.05em .55em;border-radius:99px;white-space:nowrap}
    .tag.bad{background:var(--bad-soft)}.tag.doubtful{background:var(--warn-soft)}
    .sign{display:inline-block;min-width:1.15em;margin-right:.35em;text-align:center;border-radius:4px;font-weight:700;\
    font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
    .sign.add{background:var(--good-soft);color:var(--good)}.sign.del{background:var(--bad-soft);color:var(--bad)}
    .sign.alt{background:var(--warn-soft);color:var(--warn)}
    """

  private static let tables = """
    .scroll{overflow-x:auto;background:var(--card);border:1px solid var(--edge);border-radius:10px;margin:.6rem 0}
    table{border-collapse:collapse;width:100%;font-size:.9rem}
    th,td{text-align:left;vertical-align:top;padding:.5rem .85rem;border-top:1px solid var(--edge);overflow-wrap:normal}
    .scroll td code,.scroll th code{display:inline-block;max-width:24rem;overflow-wrap:break-word;vertical-align:top}
    thead th{border-top:0;color:var(--faint);font-weight:600;font-size:.82rem;white-space:nowrap}
    tbody th{font-weight:400}
    .wide{min-width:15rem}
    """

  private static let comparison = """
    #report details:has(>.sides){background:var(--card);border:1px solid var(--edge);border-radius:10px;margin:.6rem 0}
    details:has(>.sides)>summary{padding:.65rem .9rem}
    .sides{table-layout:fixed}
    .sides thead th:first-child{width:26%}
    .sides thead th{border-top:1px solid var(--edge)}
    .sides th,.sides td{overflow-wrap:anywhere;min-width:0}
    .sides .group th{font-size:.78rem;font-weight:650;color:var(--faint);background:var(--soft);padding-top:.25rem;\
    padding-bottom:.25rem}
    .sides .group th::first-letter{text-transform:uppercase}
    .sides .same{color:var(--faint)}
    .sides tr.add .head,.sides ins{background:var(--good-soft)}
    .sides tr.del .base,.sides del{background:var(--bad-soft)}
    .sides .add .head code,.sides .del .base code,.sides ins code,.sides del code{background:none;padding-left:0;padding-right:0}
    .sides .same code{background:none;padding-left:0;padding-right:0}
    .sides ins,.sides del{text-decoration:none;border-radius:4px;padding:.08em .35em;-webkit-box-decoration-break:clone;\
    box-decoration-break:clone}
    .sides ins{box-shadow:inset 0 -2px var(--good)}
    .sides del{box-shadow:inset 0 -2px var(--bad)}
    .sides pre{margin:.25rem 0}
    .attribute+.attribute{margin-top:.3rem}
    """

  private static let diagram = """
    figure{margin:0}
    figcaption{font-size:.85rem;color:var(--faint)}
    figcaption .key{margin-right:1rem}
    .sheet{padding:.25rem}
    svg{display:block;font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;\
    fill:var(--text)}
    svg .paper{fill:var(--card)}
    svg .frame{fill:none;stroke:var(--edge)}
    svg .top{fill:var(--soft)}
    svg .name{font-weight:700}
    svg .type,svg .key{fill:var(--faint)}
    svg .key{font-size:10px;font-weight:700}
    svg .sign{font-weight:700;font-size:13px}
    svg .add .frame{stroke:var(--good)}svg .del .frame{stroke:var(--bad)}svg .alt .frame{stroke:var(--warn-edge)}
    svg .del .frame{stroke-dasharray:5 4}
    svg .box.add>.top,svg .row.add .band{fill:var(--good-soft)}
    svg .box.del>.top,svg .row.del .band{fill:var(--bad-soft)}
    svg .box.alt>.top,svg .row.alt .band{fill:var(--warn-soft)}
    svg .box.add>.sign,svg .row.add .sign,svg .link.add text{fill:var(--good)}
    svg .box.del>.sign,svg .row.del .sign,svg .link.del text{fill:var(--bad)}
    svg .box.alt>.sign,svg .row.alt .sign,svg .link.alt text{fill:var(--warn)}
    svg .row.del text,svg .box.del>.name{text-decoration:line-through}
    svg .row.del .sign,svg .row.del .key{text-decoration:none}
    svg .link{fill:none;stroke:var(--line);stroke-width:1.4}
    svg .link circle{fill:var(--card)}
    svg .link.add{stroke:var(--good);stroke-width:2}
    svg .link.del{stroke:var(--bad);stroke-width:2;stroke-dasharray:6 4}
    svg .link.alt{stroke:var(--warn-edge);stroke-width:2}
    svg .link text{stroke:none;font-weight:700;font-size:13px}
    svg .link circle.mark{stroke-dasharray:none;stroke-width:1.4}
    """

  private static let narrow = """
    @media (max-width:68rem){
    .page{display:block;padding:0 1.25rem}
    .inner,footer{padding-left:1.25rem;padding-right:1.25rem}
    nav{position:static;max-height:none;padding:1rem 0 0}
    nav .contents>li{margin-bottom:.4rem}
    nav .parts{display:flex;flex-wrap:wrap;gap:0 1rem;padding:0}
    }
    @media (max-width:40rem){
    body{font-size:15px}
    .page,.inner,footer{padding-left:.9rem;padding-right:.9rem}
    .finding{padding:.75rem .8rem}
    .facts div{flex-wrap:wrap;gap:0 .5rem}
    th,td{padding:.45rem .65rem}
    .sides,.sides tbody,.sides tr,.sides th,.sides td{display:block;width:auto}
    .sides thead{display:none}
    .sides tr{border-top:1px solid var(--edge);padding:.45rem .65rem}
    .sides tr.group{padding:0}
    .sides tr:not(.group)>*{border:0;padding:.15rem 0}
    .sides .same .base,.sides .add .base,.sides .del .head{display:none}
    .sides .same .head::before{content:none}
    .sides .base,.sides .head{padding:.2rem .4rem!important;border-radius:4px;margin-top:.15rem}
    .sides .base::before{content:"Base ";color:var(--faint);font-size:.8rem}
    .sides .head::before{content:"Head ";color:var(--faint);font-size:.8rem}
    }
    """

  private static let print = """
    @media print{
    body{background:#fff;font-size:11pt}
    nav,.skip{display:none}
    .page{display:block}
    .scroll{overflow:visible}
    svg{max-width:100%;height:auto}
    .finding,tr,h3{break-inside:avoid}
    h2,h3,h4{break-after:avoid}
    details::details-content{content-visibility:visible;block-size:auto}
    a{color:inherit}
    }
    @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    """
}
