package org.torg.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what a database has logged for some orders: statements, of which a batch is one, and commits of changes. */
final class StatementLog {
    private static final int ORDERS = 50;
    private static final Pattern DERBY = Pattern.compile(
            "\\(SESSIONID = (\\d+)\\).*?(?:Executing prepared statement: (.*?) :End prepared statement|(Committing))",
            Pattern.DOTALL);
    private static final String COMMIT = "COMMIT";

    private int statements;
    private int commits;
    private int backgroundStatements;
    private int backgroundCommits;

    private StatementLog() {}

    /** One logged statement. */
    record Logged(long session, String sql) {}

    /** Places some orders, one after the other, and tells what each has cost. */
    static String of(Shop shop, Supplier<List<Logged>> log) {
        shop.settle();
        int before = log.get().size();
        for (int i = 0; i < ORDERS; i++) {
            shop.placed();
        }
        List<Logged> all = log.get();
        StatementLog counted = new StatementLog();
        counted.count(all.subList(before, all.size()));
        return "%s statements, %s commits; in the background %s and %s"
                .formatted(
                        each(counted.statements),
                        each(counted.commits),
                        each(counted.backgroundStatements),
                        each(counted.backgroundCommits));
    }

    private static String each(int count) {
        return String.format(Locale.ROOT, "%.1f", count / (double) ORDERS);
    }

    private void count(List<Logged> log) {
        Map<Long, List<String>> open = new HashMap<>();
        for (Logged logged : log) {
            String sql = logged.sql().strip();
            List<String> unit = open.computeIfAbsent(logged.session(), session -> new ArrayList<>());
            if (sql.equals("BEGIN")) {
                end(unit);
                unit.add(sql);
            } else if (sql.equals(COMMIT)) {
                unit.add(sql);
                end(unit);
            } else {
                // Each row of a batch is logged.
                if (unit.isEmpty() || !unit.get(unit.size() - 1).equals(sql)) {
                    unit.add(sql);
                }
                if (isRead(sql) && !unit.get(0).equals("BEGIN")) {
                    end(unit);
                }
            }
        }
        open.values().forEach(this::end);
    }

    private void end(List<String> unit) {
        int sent = (int) unit.stream()
                .filter(sql -> !sql.equals("BEGIN") && !sql.equals(COMMIT))
                .count();
        boolean changes = unit.contains(COMMIT) && unit.stream().anyMatch(StatementLog::isChange);
        if (unit.stream().anyMatch(StatementLog::isBackground)) {
            backgroundStatements += sent;
            backgroundCommits += changes ? 1 : 0;
        } else {
            statements += sent;
            commits += changes ? 1 : 0;
        }
        unit.clear();
    }

    private static boolean isRead(String sql) {
        return sql.startsWith("SELECT");
    }

    private static boolean isChange(String sql) {
        return sql.startsWith("INSERT") || sql.startsWith("UPDATE") || sql.startsWith("DELETE");
    }

    /** The numbering of the feed, the look for jobs, deliveries and modules. */
    private static boolean isBackground(String sql) {
        return sql.contains("event_feed")
                || sql.contains("FROM event_delivery")
                || sql.contains("FROM job")
                || sql.contains("FROM module_set");
    }

    /** What Derby has logged. */
    static List<Logged> derby(Path file) {
        List<Logged> logged = new ArrayList<>();
        try {
            for (String entry : Files.readString(file, StandardCharsets.UTF_8).split("\\(XID = ")) {
                Matcher found = DERBY.matcher(entry);
                if (found.find()) {
                    logged.add(new Logged(
                            Long.parseLong(found.group(1)), found.group(3) == null ? found.group(2) : COMMIT));
                }
            }
            return logged;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
