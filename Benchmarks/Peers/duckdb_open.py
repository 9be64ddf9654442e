"""DuckDB: open a stored event table (argument 1) and answer what a scorecard answers. Prints the lines that PeerLine reads."""
import resource
import sys
import time

begun, cpu = time.perf_counter(), time.process_time()
import duckdb  # noqa: E402

store = duckdb.connect(sys.argv[1], read_only=True)
store.execute("set threads=2; set timezone='UTC'")
WORK_STATES = "('in_progress', 'review', 'test')"


def done(phase, check):
    global begun, cpu
    wall, spent = time.perf_counter() - begun, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("flow", "duckdb-" + duckdb.__version__, sys.argv[1], phase, 1, f"{wall:.4f}", f"{spent:.4f}", 0, f"{peak:.0f}", 0, 0, check, sep="\t")
    begun, cpu = time.perf_counter(), time.process_time()


done("load", f"rows={store.execute('select count(*) from ev').fetchone()[0]}")
store.execute("""create temp table item as
    select item, any_value(team) as team, min("at") as created, max("at") as latest, arg_max(status, "at") as status,
           min("at") filter (status = 'in_progress') as started
    from ev group by item""")
finished = store.execute("select count(*) from item where status = 'done'").fetchone()[0]
done("items", f"items={store.execute('select count(*) from item').fetchone()[0]} finished={finished}")
row = store.execute("""select sum(list_sum(lead)), sum(list_sum(cycle)), count(*) from (
    select quantile_cont(epoch(latest - created) / 86400.0, [.5, .85, .95]) as lead,
           quantile_cont(epoch(latest - started) / 86400.0, [.5, .85, .95]) as cycle
    from item where status = 'done' group by team, date_trunc('week', latest))""").fetchone()
done("percentiles", f"sumlead={row[0]:.3f} sumcycle={row[1]:.3f}")
done("throughput", f"groups={row[2]} sum={finished}")
row = store.execute(f"""select sum(n), sum(list_sum(age)) from (
    select count(*) as n, quantile_cont(epoch((select max("at") from ev) - started) / 86400.0, [.5, .85, .95]) as age
    from item where status in {WORK_STATES} group by team)""").fetchone()
done("age", f"wip={row[0]} sum={row[1]:.3f}")
