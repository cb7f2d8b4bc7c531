CREATE TABLE t (a TEXT, b TEXT);
create trigger if not exists g after insert on "t" for each row begin
  update t set b='x' ;
  delete from t where a is null;
end;
