CREATE TEXT SEARCH CONFIGURATION search (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION search
  DROP MAPPING FOR asciiword, asciihword, file, float, host, hword, hword_asciipart, hword_numpart, hword_part, int,
    numhword, numword, sfloat, uint, url, url_path, version;
ALTER TEXT SEARCH CONFIGURATION search ALTER MAPPING FOR email WITH english_stem, simple;
ALTER TEXT SEARCH CONFIGURATION search ALTER MAPPING FOR word WITH english_stem, simple;
