DROP INDEX no_such_idx;
