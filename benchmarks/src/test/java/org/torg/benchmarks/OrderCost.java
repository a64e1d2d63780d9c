package org.torg.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The one-call order over HTTP beside plain JDBC that stores the same, in the same server on the same database. */
final class OrderCost implements Measurement {
    private static final int MANY = 16;

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public void run(Context context) {
        context.report().part("A one-call order of 3 lines, on Derby (its CPU is the server's)");
        measure(context, context.derby(), "Derby");
        // Only one server at a time: two would disturb each other.
        context.closeDerby();
        context.report().figure("statements on Derby", derbyStatements(context), "", "at most 12 and 1 commit");
        context.report().part("A one-call order of 3 lines, on PostgreSQL");
        measure(context, context.onPostgres(), "PostgreSQL");
        context.report().figure("statements on PostgreSQL", postgresStatements(context), "", "at most 12 and 1 commit");
    }

    private static void measure(Context context, Shop shop, String database) {
        Load load = new Load(shop.torg());
        context.say("orders on " + database + ": warming up");
        load.run("warming up", context.report(), MANY, context.seconds(12), client -> shop.orders());
        String template = shop.placed();
        plain(context, shop, template, MANY, 4);
        Map<String, List<Figures>> rounds = new TreeMap<>();
        int count = context.quick() ? 1 : 2;
        for (int round = 1; round <= count; round++) {
            context.say("orders on " + database + ": round " + round + " of " + count);
            for (int clients : List.of(1, MANY)) {
                shop.settle();
                add(rounds, "plain " + clients, plain(context, shop, template, clients, 4));
                shop.settle();
                add(
                        rounds,
                        "http " + clients,
                        load.run(
                                database + ", " + clients + " clients",
                                context.report(),
                                clients,
                                context.seconds(5),
                                client -> shop.orders()));
            }
        }
        shop.settle();
        String resident = Report.number(shop.torg().residentMib()) + " MiB";
        for (int clients : List.of(1, MANY)) {
            Figures plain = Figures.median(rounds.get("plain " + clients));
            Figures http = Figures.median(rounds.get("http " + clients));
            context.report().load("plain JDBC, threads: " + clients, plain, "", "");
            context.report()
                    .load(
                            "order over HTTP, clients: " + clients,
                            http,
                            Report.ratio(plain.cpu() / http.cpu(), "plain JDBC by CPU"),
                            "0.4; stretch 0.5");
        }
        context.report().figure("resident, after this load", resident, "", "");
    }

    private static void add(Map<String, List<Figures>> rounds, String name, Figures figures) {
        rounds.computeIfAbsent(name, key -> new ArrayList<>()).add(figures);
    }

    private static Figures plain(Context context, Shop shop, String template, int threads, double seconds) {
        Torg torg = shop.torg();
        double server = torg.cpuSeconds();
        double database = torg.databaseCpuSeconds();
        String[] answer = torg.control(
                        "plain?order=%s&threads=%d&millis=%d&sku=%s&skus=%d"
                                .formatted(
                                        template,
                                        threads,
                                        context.seconds(seconds).toMillis(),
                                        Shop.SKU,
                                        Shop.SKUS),
                        "")
                .split(" ");
        return Figures.of(
                Long.parseLong(answer[0]),
                Long.parseLong(answer[1]) / 1e9,
                Long.parseLong(answer[2]) / 1e6,
                Long.parseLong(answer[3]) / 1e6,
                torg.cpuSeconds() - server,
                torg.databaseCpuSeconds() - database);
    }

    private static String postgresStatements(Context context) {
        Shop shop = context.onPostgres();
        Postgres database = context.postgres();
        database.logStatements(true);
        String answer = StatementLog.of(shop, () -> database.logged());
        database.logStatements(false);
        return answer;
    }

    private static String derbyStatements(Context context) {
        try (Torg torg = context.startDerby("derby", "-Dderby.language.logStatementText=true")) {
            return StatementLog.of(
                    new Shop(torg), () -> StatementLog.derby(torg.base().resolve("data/log/derby.log")));
        }
    }
}
