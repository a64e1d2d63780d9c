package org.torg.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Orders and lists when there are many orders, and many articles. */
final class VolumeCost implements Measurement {
    private static final String LIST = Shop.API + "/products?limit=20&category=" + Shop.CATEGORY;
    private static final String OWN_ORDERS = Shop.API + "/orders?limit=20";
    private static final String ORDERS_PAGE = "/orders";
    private static final int CLIENTS = 4;
    /** What a row is told from its copies by; every table's copies have their number at the end of it. */
    private static final String NUMBERED = "'%s-' || SUBSTR(CAST(1000000000000 + n AS CHAR(13)), 2)";

    /** One state of the tenant. */
    private record State(String name, Figures order, Figures orders, Figures products, Figures page) {}

    @Override
    public String name() {
        return "volume";
    }

    @Override
    public void run(Context context) {
        measure(context, context.onPostgres(), "PostgreSQL");
        if (context.full()) {
            context.say("Derby takes minutes to fill");
            measure(context, context.derby(), "Derby");
            context.closeDerby();
        } else {
            context.report().note("Volume on Derby: ./torg bench --full");
        }
    }

    private static void measure(Context context, Shop shop, String database) {
        int many = context.quick() ? 20_000 : 200_000;
        int articles = context.quick() ? 10_000 : 100_000;
        List<State> states = new ArrayList<>();
        context.say("warming up");
        new Load(shop.torg()).run("warming up", context.report(), 16, context.seconds(8), client -> shop.orders());
        clear(shop, database);
        numbers(shop.torg(), many);
        String template = shop.placed();
        fillOrders(context, shop, template, 0, 1000);
        analyse(shop, database);
        states.add(state(context, shop, "1,000 orders, 1,000 articles"));
        fillOrders(context, shop, template, 1000, many);
        analyse(shop, database);
        states.add(state(context, shop, "%,d orders, 1,000 articles".formatted(many)));
        fillArticles(context, shop, articles);
        analyse(shop, database);
        states.add(state(context, shop, "%,d orders, %,d articles".formatted(many, articles)));

        Report report = context.report();
        report.part("Volume, on " + database + " (orders: 16 clients, lists: 4)");
        State first = states.get(0);
        for (State state : states) {
            row(report, "order, " + state.name(), state.order(), first.order());
        }
        for (State state : states) {
            row(report, "newest 20 orders, " + state.name(), state.orders(), first.orders());
        }
        for (State state : states) {
            row(report, "20 articles of a category, gold, " + state.name(), state.products(), first.products());
        }
        for (State state : states) {
            row(report, "page of orders in the portal, " + state.name(), state.page(), first.page());
        }
    }

    private static void row(Report report, String what, Figures figures, Figures first) {
        report.load(
                what,
                figures,
                figures == first ? "" : Report.number(figures.cpu() / first.cpu()) + " times the first by CPU",
                figures == first ? "" : "flat: 1");
    }

    private static State state(Context context, Shop shop, String name) {
        context.say(name);
        Load load = new Load(shop.torg());
        Report report = context.report();
        load.run(name, report, 16, context.seconds(2), client -> shop.orders());
        shop.settle();
        Figures order = load.run("orders, " + name, report, 16, context.seconds(5), client -> shop.orders());
        shop.settle();
        return new State(
                name,
                order,
                list(context, shop, OWN_ORDERS + ", " + name, shop.reading(OWN_ORDERS, shop.gold())),
                list(context, shop, LIST + ", " + name, shop.reading(LIST, shop.gold())),
                list(context, shop, ORDERS_PAGE + ", " + name, shop.visiting(ORDERS_PAGE)));
    }

    private static Figures list(Context context, Shop shop, String what, Load.Requests requests) {
        Load load = new Load(shop.torg());
        load.run(what, context.report(), CLIENTS, context.seconds(1.5), client -> requests);
        return load.run(what, context.report(), CLIENTS, context.seconds(3), client -> requests);
    }

    /** Without the orders of other measurements. */
    private static void clear(Shop shop, String database) {
        shop.settle();
        List<String> tables = List.of(
                "order_line", "orders", "audit_entry", "event_delivery", "event_feed", "event", "command_reply");
        shop.torg()
                .control(
                        "sql",
                        database.equals("Derby")
                                ? "DELETE FROM " + String.join(";\nDELETE FROM ", tables)
                                : "TRUNCATE " + String.join(", ", tables) + " CASCADE");
    }

    /** A table with the numbers from 0, doubled until there are enough. */
    private static void numbers(Torg torg, int count) {
        StringBuilder sql = new StringBuilder("CREATE TABLE bench_number (n INTEGER NOT NULL PRIMARY KEY)");
        sql.append(";\nINSERT INTO bench_number VALUES (0)");
        for (int size = 1; size < count; size *= 2) {
            sql.append(";\nINSERT INTO bench_number SELECT n + ").append(size).append(" FROM bench_number");
        }
        torg.control("sql", sql.toString());
    }

    private static void fillOrders(Context context, Shop shop, String template, int from, int to) {
        context.say("storing orders up to " + to);
        Torg torg = shop.torg();
        String numbers = "n >= " + from + " AND n < " + to;
        String id = NUMBERED.formatted("00000000-0000-7000-8000");
        String account = "(SELECT id FROM account WHERE customer_number = CASE MOD(n, 4) WHEN 0 THEN '10042'"
                + " WHEN 1 THEN '10077' WHEN 2 THEN '10108' ELSE '10151' END)";
        copy(
                torg,
                "orders",
                "id = '" + template + "' AND " + numbers,
                Map.of(
                        "id",
                        id,
                        "order_number",
                        NUMBERED.formatted("B"),
                        "account",
                        account,
                        "status",
                        "CASE WHEN MOD(n, 20) = 0 THEN 'PLACED' ELSE 'COMPLETED' END"));
        copy(torg, "order_line", "order_id = '" + template + "' AND " + numbers, Map.of("order_id", id));
        copy(
                torg,
                "audit_entry",
                "target = '" + template + "' AND " + numbers,
                Map.of("id", NUMBERED.formatted("00000000-0000-7000-8001"), "target", id));
        copy(
                torg,
                "command_reply",
                "result = '" + template + "' AND " + numbers,
                Map.of("idempotency_key", NUMBERED.formatted("key"), "result", id));
        copy(
                torg,
                "event",
                "id = (SELECT MAX(id) FROM event) AND " + numbers,
                Map.of("id", NUMBERED.formatted("00000000-0000-7000-8002")));
    }

    private static void fillArticles(Context context, Shop shop, int count) {
        context.say("storing " + count + " articles");
        for (String table : List.of("variant", "variant_facet", "stock", "price")) {
            copy(
                    shop.torg(),
                    table,
                    "sku = '" + Shop.SKU + "0000' AND n < " + count,
                    Map.of("sku", NUMBERED.formatted("V")));
        }
    }

    /** Copies rows, once for each number, with other values in some columns. */
    private static void copy(Torg torg, String table, String where, Map<String, String> changed) {
        List<String> columns =
                List.of(torg.control("columns?table=" + table, "").split(","));
        List<String> values = columns.stream()
                .map(column -> changed.getOrDefault(column, column))
                .toList();
        torg.control(
                "sql",
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + String.join(", ", values)
                        + " FROM " + table + ", bench_number WHERE " + where);
    }

    /** What each database does by itself sooner or later. */
    private static void analyse(Shop shop, String database) {
        shop.torg()
                .control(
                        "sql",
                        database.equals("Derby")
                                ? "CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('TORG', 'ORDERS', NULL);\n"
                                        + "CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('TORG', 'VARIANT_FACET', NULL);\n"
                                        + "CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('TORG', 'PRICE', NULL)"
                                : "ANALYZE;\nCHECKPOINT");
    }
}
