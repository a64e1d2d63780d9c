package org.torg.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code ./torg bench}: measures everything in one run and ends with one table. */
public final class Bench {
    private static final List<Measurement> ALL = List.of(
            new PricingCost(),
            new ConfiguratorCost(),
            new SearchCost(),
            new ImportCost(),
            new StartCost(),
            new ReadCost(),
            new OrderCost(),
            new VolumeCost(),
            new SwapCost());

    private Bench() {}

    /**
     * Runs the bench; ends with 1 when a request failed.
     *
     * @param arguments {@code --quick}, {@code --full}, {@code --only NAME}, which may come several times
     */
    public static void main(String[] arguments) throws IOException {
        boolean quick = false;
        boolean full = false;
        Set<String> only = new TreeSet<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> quick = true;
                case "--full" -> full = true;
                case "--only" -> only.add(i + 1 < arguments.length ? arguments[++i] : "");
                default -> end("bench does not know " + arguments[i]);
            }
        }
        List<Measurement> wanted = ALL.stream()
                .filter(one -> only.isEmpty() || only.contains(one.name()))
                .toList();
        if (wanted.size() < Math.max(1, only.size())) {
            end("--only knows " + ALL.stream().map(Measurement::name).toList());
        }
        System.exit(run(wanted, quick, full) ? 0 : 1);
    }

    private static boolean run(List<Measurement> wanted, boolean quick, boolean full) throws IOException {
        Path work = Path.of(System.getProperty("bench.work"));
        empty(work);
        Torg.Home home = new Torg.Home(
                Path.of(System.getProperty("bench.distribution")), Path.of(System.getProperty("bench.bundle")), work);
        long start = System.nanoTime();
        Report report;
        try (Context context = new Context(home, quick, full)) {
            report = context.report();
            for (int i = 0; i < wanted.size(); i++) {
                System.out.printf(
                        "%d of %d: %s%n", i + 1, wanted.size(), wanted.get(i).name());
                try {
                    wanted.get(i).run(context);
                } catch (RuntimeException e) {
                    e.printStackTrace(System.out);
                    report.failure(wanted.get(i).name() + ": " + e.getMessage());
                }
            }
        }
        report.note(machine());
        report.note("Taken in " + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s"
                + (quick ? ", quickly: nothing was warm" : ""));
        String table = report.markdown();
        Path file = work.resolveSibling("bench.md");
        Files.writeString(file, table);
        System.out.println();
        System.out.println(table);
        System.out.println("Also in " + file);
        return !report.failed();
    }

    private static String machine() throws IOException {
        long kib;
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            kib = Long.parseLong(lines.findFirst().orElse("0").replaceAll("\\D", ""));
        }
        return "%d cores, %d GiB, Linux %s, Java %s (%s); load average at the end %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Math.round(kib / 1024.0 / 1024),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"),
                        System.getProperty("java.vm.vendor"),
                        Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private static void empty(Path work) throws IOException {
        List<Path> old = new ArrayList<>();
        if (Files.exists(work)) {
            try (Stream<Path> files = Files.walk(work)) {
                files.sorted(Comparator.reverseOrder()).forEach(old::add);
            }
        }
        for (Path path : old) {
            Files.delete(path);
        }
        Files.createDirectories(work);
    }

    private static void end(String why) {
        System.err.println("torg: " + why);
        System.exit(2);
    }
}
