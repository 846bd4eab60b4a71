-- Lets the planner know of many rows that one transaction has made, before the daemon that gathers statistics comes by.
-- Without them it takes a table for nearly empty, and any order of joining as good as another.
create function gather_statistics(table_names text[]) returns void language plpgsql as $$
declare
  table_name text;
begin
  foreach table_name in array table_names loop
    execute format('analyze %I', table_name);
  end loop;
end
$$;
