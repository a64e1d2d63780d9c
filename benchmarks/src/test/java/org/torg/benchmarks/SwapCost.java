package org.torg.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** What a swap of the vendor's bundle costs those who order meanwhile, and what a bad vendor costs a good one. */
final class SwapCost implements Measurement {
    private static final String GENERATIONS = Shop.API + "/vendors/lighting/generations";
    private static final int CLIENTS = 8;

    @Override
    public String name() {
        return "swap";
    }

    @Override
    public void run(Context context) {
        Path base = context.tenant("swap");
        try {
            Path modules = Files.createDirectories(base.resolve("modules"));
            Files.writeString(
                    Files.createDirectories(base.resolve("etc")).resolve("org.torg.kernel.vendor.cfg"),
                    "vendors = lighting,bad\n");
            ModuleFiles.bad(modules);
            List<String> versions = List.of(
                    ModuleFiles.lighting(context.distribution(), modules, "9.0.1"),
                    ModuleFiles.lighting(context.distribution(), modules, "9.0.2"));
            try (Torg torg = context.startDerby("swap", "")) {
                measure(context, new Shop(torg), versions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void measure(Context context, Shop shop, List<String> versions) {
        Report report = context.report();
        Load load = new Load(shop.torg());
        context.say("warming up");
        load.run("warming up", report, CLIENTS, context.seconds(10), client -> shop.orders());

        report.part("Swaps, and a bad vendor beside a good one (on Derby, " + CLIENTS + " clients order)");
        context.say("orders without and with swaps");
        Figures quiet = load.run("orders without swaps", report, CLIENTS, context.seconds(8), client -> shop.orders());
        Swapper swapper = new Swapper(shop, versions);
        Figures busy = swapper.during(
                () -> load.run("orders during swaps", report, CLIENTS, context.seconds(8), client -> shop.orders()));
        report.load("orders", quiet, "", "");
        report.load(
                "orders while the vendor's bundle is swapped again and again",
                busy,
                Report.number(busy.p99() / quiet.p99()) + " times the p99 of the first",
                "no failed request");
        report.figure("swaps meanwhile", swapper.told(), "", "");

        context.say("a bad vendor beside the good one");
        shop.importArticles("administrator", "bad", "BAD", 10);
        Figures alone = load.run("orders", report, CLIENTS, context.seconds(6), client -> shop.orders());
        BadCustomers bad = new BadCustomers(shop);
        Figures beside = bad.during(() ->
                load.run("orders beside a bad vendor", report, CLIENTS, context.seconds(12), client -> shop.orders()));
        report.load("orders of the good vendor alone", alone, "", "");
        report.load(
                "orders beside a vendor that throws, hangs, spins and leaks",
                beside,
                Report.number(beside.p99() / alone.p99()) + " times the p99 alone",
                "no failed request");
        report.figure("replies for the bad vendor", bad.replies().toString(), "", "");
    }

    /** Does something again and again while something else is measured. */
    private abstract static class Meanwhile {
        private final AtomicBoolean ended = new AtomicBoolean();
        private final int width;

        Meanwhile(int width) {
            this.width = width;
        }

        abstract void once() throws IOException;

        final Figures during(java.util.function.Supplier<Figures> measured) {
            ExecutorService executor = Executors.newFixedThreadPool(width);
            List<Future<Void>> meanwhile = Stream.generate(() -> executor.submit(this::untilEnded))
                    .limit(width)
                    .toList();
            try {
                return measured.get();
            } finally {
                ended.set(true);
                executor.shutdown();
                for (Future<Void> one : meanwhile) {
                    await(one);
                }
            }
        }

        private Void untilEnded() throws IOException {
            while (!ended.get()) {
                once();
            }
            return null;
        }

        private static void await(Future<Void> one) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private static final class Swapper extends Meanwhile {
        private final Histogram nanos = new Histogram(3);
        private final Shop shop;
        private final List<String> versions;
        private final String staff;

        Swapper(Shop shop, List<String> versions) {
            super(1);
            this.shop = shop;
            this.versions = versions;
            staff = shop.signIn("staff-modules");
        }

        @Override
        void once() {
            String next = versions.get((int) (nanos.getTotalCount() % versions.size()));
            long start = System.nanoTime();
            shop.torg()
                    .send(
                            "POST",
                            GENERATIONS,
                            "application/json",
                            Map.of("Authorization", "Bearer " + staff),
                            "{\"activate\":[\"" + next + "\"]}");
            nanos.recordValue(System.nanoTime() - start);
        }

        String told() {
            return "%d; p50 %s ms, longest %s ms"
                    .formatted(
                            nanos.getTotalCount(),
                            Report.number(nanos.getValueAtPercentile(50) / 1e6),
                            Report.number(nanos.getMaxValue() / 1e6));
        }
    }

    /** Four customers of the bad vendor; what it does depends on the article. */
    private static final class BadCustomers extends Meanwhile {
        private final Map<Integer, Long> replies = new ConcurrentSkipListMap<>();
        private final Shop shop;
        private final AtomicInteger sent = new AtomicInteger();

        BadCustomers(Shop shop) {
            super(4);
            this.shop = shop;
        }

        @Override
        void once() throws IOException {
            byte[] request = Wire.request(
                    shop.torg().address(),
                    "POST",
                    Shop.API + "/prices",
                    shop.gold(),
                    "",
                    "{\"vendor\":\"bad\",\"lines\":[{\"sku\":\"BAD000%d\",\"quantity\":1}]}"
                            .formatted(sent.getAndIncrement() % 4));
            try (Wire wire = new Wire(shop.torg().address())) {
                replies.merge(wire.send(request), 1L, Long::sum);
            }
        }

        Map<Integer, Long> replies() {
            return replies;
        }
    }
}
