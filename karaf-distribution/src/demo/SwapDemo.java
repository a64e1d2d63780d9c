import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Swaps the prices and the deliveries of a shop while customers buy: starts the demo in a folder that is thrown away
 * afterwards, lets some clients order without a pause, activates and takes back the modules of the distribution, and shows
 * once a second what that does to orders, failures and prices. It is run from its source and needs nothing but a JDK.
 *
 * <p>Arguments: the folder of the distribution; {@code --seconds N}, {@code --clients N}, {@code --terminal}.
 */
class SwapDemo {
    private static final Duration STARTING = Duration.ofMinutes(3);
    private static final String CAMPAIGN = "org.torg.modules.campaign";
    private static final String EXPRESS = "org.torg.modules.express";
    private static final String COURIER = "same-day";
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int SPARKS = 24;

    private final Path home;
    private final Path base;
    private final boolean terminal;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong orders = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong lookedAgain = new AtomicLong();
    private final Map<String, AtomicLong> failed = new ConcurrentHashMap<>();
    private final Map<BigDecimal, AtomicLong> prices = new ConcurrentHashMap<>();
    private final Map<Long, AtomicLong> generations = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();
    private final AtomicReference<String> explained = new AtomicReference<>("");
    private final AtomicLong explains = new AtomicLong(-1);
    private final Deque<Long> history = new ArrayDeque<>();
    private final AtomicLong serving = new AtomicLong();
    private volatile boolean buying = true;
    private volatile long lastLine;
    private long counted;
    private int lineNumber;
    private volatile Process server;
    private URI api;
    private String sku;
    private String name;

    private SwapDemo(Path home, Path base, boolean terminal) {
        this.home = home;
        this.base = base;
        this.terminal = terminal;
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        int seconds = 24;
        int clients = 4;
        boolean terminal = false;
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--seconds" -> seconds = whole(arguments, ++i, 4, 3600);
                case "--clients" -> clients = whole(arguments, ++i, 1, 64);
                case "--terminal" -> terminal = true;
                default -> throw refuse("demo swap does not know " + arguments[i]);
            }
        }
        SwapDemo demo = new SwapDemo(home, Files.createTempDirectory("torg-demo-swap"), terminal);
        Thread cleaning = new Thread(demo::clean);
        Runtime.getRuntime().addShutdownHook(cleaning);
        System.exit(demo.run(seconds, clients) ? 0 : 1);
    }

    private static int whole(String[] arguments, int at, int least, int most) {
        int value = -1;
        if (at < arguments.length && arguments[at].matches("[0-9]{1,6}")) {
            value = Integer.parseInt(arguments[at]);
        }
        if (value < least || value > most) {
            throw refuse(arguments[at - 1] + " needs a number from " + least + " to " + most);
        }
        return value;
    }

    private static RuntimeException refuse(String why) {
        System.err.println("torg: " + why);
        System.exit(2);
        return new IllegalStateException(why);
    }

    // --- the course of the demo ---

    private boolean run(int seconds, int clients) throws Exception {
        start();
        String buyer = signIn("owner");
        String staff = signIn("staff-modules");
        choose(buyer);
        String campaign = file(CAMPAIGN);
        String express = file(EXPRESS);
        long first = number(get(staff, "vendors/lighting/modules"), "serving");
        say("%d customers buy: 4 of %s, delivered in Oslo. Half of them order at the price that they were shown.", clients, name);
        say("");
        List<Thread> buyers = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            boolean shown = i % 2 == 1;
            buyers.add(new Thread(() -> buy(buyer, shown), "buyer-" + i));
        }
        buyers.forEach(Thread::start);

        List<Change> changes = List.of(
                new Change("a campaign begins", "./torg module activate lighting " + campaign, activating(campaign)),
                new Change("a courier joins", "./torg module activate lighting " + express, activating(express)),
                new Change("back to the start", "./torg module rollback lighting " + first, "{\"rollbackTo\":" + first + "}"));
        int every = Math.max(1, seconds / 8);
        int done = 0;
        serving.set(first);
        lastLine = System.nanoTime();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> lines = clock.scheduleAtFixedRate(this::line, 1, 1, TimeUnit.SECONDS);
        for (int second = every; second + every <= seconds; second += every) {
            TimeUnit.SECONDS.sleep(every);
            Change change = changes.get(done++ % changes.size());
            long generation = publish(staff, change);
            if (change.body().contains(express)) {
                explains.set(generation);
            }
        }
        TimeUnit.SECONDS.sleep(every);
        lines.cancel(false);
        clock.shutdown();
        buying = false;
        for (Thread thread : buyers) {
            thread.join();
        }
        say("");
        if (!explained.get().isEmpty()) {
            explain(get(buyer, "orders/" + explained.get()));
        }
        summarise(done);
        return failures.get() == 0 && orders.get() > 0;
    }

    /** @param command by which an operator does the same */
    private record Change(String what, String command, String body) {}

    private static String activating(String file) {
        return "{\"activate\":[\"" + file + "\"]}";
    }

    private void start() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        say("Starting a shop on http://127.0.0.1:%d, its data in a folder that goes when the demo ends ...", port);
        api = URI.create("http://127.0.0.1:" + port + "/api/v1/");
        server = new ProcessBuilder(
                        home.resolve("bin/torg").toString(),
                        "--base",
                        base.toString(),
                        "--port",
                        Integer.toString(port),
                        "--features",
                        "torg-demo")
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("console.log").toFile())
                .start();
        long end = System.nanoTime() + STARTING.toNanos();
        while (!ready()) {
            if (!server.isAlive() || System.nanoTime() > end) {
                Files.readAllLines(base.resolve("console.log")).forEach(System.err::println);
                throw refuse("the shop did not start; the lines above tell why");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(api.resolve("/system/ready"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String signIn(String role) throws Exception {
        try (Stream<String> rows = Files.lines(base.resolve("data/demo-logins.txt"))) {
            String[] row = rows.map(line -> line.split("\t"))
                    .filter(fields -> fields[0].equals(role))
                    .findFirst()
                    .orElseThrow();
            // Staff's programs have tokens.
            if (row.length > 6) {
                return row[6];
            }
            Reply reply = send("", "sessions", "{\"email\":\"" + row[1] + "\",\"password\":\"" + row[2] + "\"}");
            return text(reply.json(), "token");
        }
    }

    /** An article that does not sell out. */
    private void choose(String buyer) throws Exception {
        for (Object item : list(get(buyer, "products?category=indoor/downlights&limit=100"), "items")) {
            if (!text(at(item, "availability"), "policy").equals("deny") && at(item, "bulky").equals(false)) {
                sku = text(item, "sku");
                name = text(item, "name");
                return;
            }
        }
        throw refuse("the demo has no article that does not sell out");
    }

    private String file(String module) throws IOException {
        try (Stream<Path> files = Files.list(base.resolve("modules"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(module + "-") && file.endsWith(".jar"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> refuse("the distribution has no " + module));
        }
    }

    private long publish(String staff, Change change) throws Exception {
        long began = System.nanoTime();
        Reply reply = send(staff, "vendors/lighting/generations", change.body());
        if (reply.status() != 201) {
            throw refuse("the swap was refused: " + reply);
        }
        long generation = number(reply.json(), "generation");
        serving.set(generation);
        say(
                "        -- %s: %s (generation %d, in %d ms)",
                change.what(),
                change.command(),
                generation,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        return generation;
    }

    // --- the customers ---

    private void buy(String token, boolean shown) {
        while (buying) {
            try {
                if (shown) {
                    buyAsShown(token);
                } else {
                    order(token, ",\"acceptPrices\":\"current\"", "");
                }
            } catch (IOException e) {
                fail(e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Looks at the deliveries, takes the courier where there is one, and orders at exactly the price that was shown. */
    private void buyAsShown(String token) throws IOException, InterruptedException {
        String wanted = "{" + goods() + ",\"destination\":{\"country\":\"NO\",\"postcode\":\"0150\"}";
        Reply quotation = send(token, "prices", wanted + "}");
        boolean courier = quotation.status() == 200
                && list(quotation.json(), "options").stream().anyMatch(option -> text(option, "code").equals(COURIER));
        if (courier) {
            quotation = send(token, "prices", wanted + ",\"deliveryOption\":\"" + COURIER + "\"}");
            if (quotation.status() == 422 && quotation.body().contains("\"delivery-option-unknown\"")) {
                // The courier left between two looks. That is said, and nothing was promised.
                lookedAgain.incrementAndGet();
                return;
            }
        }
        if (quotation.status() != 200) {
            fail(quotation.toString());
            return;
        }
        order(
                token,
                ",\"priceSnapshot\":\"" + text(quotation.json(), "snapshot") + "\"",
                courier ? ",\"option\":\"" + COURIER + "\"" : "");
    }

    private void order(String token, String agreement, String option) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Reply reply = send(
                token,
                "orders",
                "{" + goods() + agreement + ",\"phone\":\"+4722334455\",\"delivery\":{\"address\":{\"name\":\"Byggeplassen\","
                        + "\"line1\":\"Storgata 1\",\"postcode\":\"0150\",\"city\":\"Oslo\",\"country\":\"NO\"}" + option
                        + "}}");
        micros.add((System.nanoTime() - began) / 1000);
        if (reply.status() != 201) {
            fail(reply.toString());
            return;
        }
        orders.incrementAndGet();
        Object order = reply.json();
        long generation = number(at(order, "price"), "generation");
        generations.computeIfAbsent(generation, each -> new AtomicLong()).incrementAndGet();
        prices.computeIfAbsent(amount(at(order, "gross")), each -> new AtomicLong()).incrementAndGet();
        if (generation == explains.get() && !option.isEmpty()) {
            explained.set(text(order, "id"));
        }
    }

    private String goods() {
        return "\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":4}]";
    }

    private void fail(String why) {
        failures.incrementAndGet();
        failed.computeIfAbsent(why, each -> new AtomicLong()).incrementAndGet();
    }

    // --- what is shown ---

    private void line() {
        if (!buying) {
            return;
        }
        long began = System.nanoTime();
        long now = orders.get();
        long placed = Math.round((now - counted) * 1e9 / Math.max(1, began - lastLine));
        counted = now;
        lastLine = began;
        history.add(placed);
        if (history.size() > SPARKS) {
            history.remove();
        }
        say(
                "%4d s  generation %-3d %6d orders/s   failed %d   p99 %4d ms%s",
                ++lineNumber, serving.get(), placed, failures.get(), p99(), terminal ? "   " + sparks() : "");
    }

    /** Of the orders since the last line. */
    private long p99() {
        List<Long> taken = new ArrayList<>();
        for (Long one = micros.poll(); one != null; one = micros.poll()) {
            taken.add(one);
        }
        long[] sorted = taken.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1000;
    }

    private String sparks() {
        long most = Math.max(1, history.stream().mapToLong(Long::longValue).max().orElse(1));
        return history.stream()
                .map(one -> String.valueOf(BARS.charAt((int) (one * (BARS.length() - 1) / most))))
                .collect(Collectors.joining());
    }

    private void explain(Object order) {
        say("Why order %s costs what it costs (generation %d):", text(order, "number"), number(at(order, "price"), "generation"));
        say("");
        for (Object step : list(at(order, "price"), "trace")) {
            String text = text(step, "text");
            boolean rejected = text(step, "standing").equals("rejected");
            Object module = at(step, "module");
            say(
                    "  %12s  %-52s %s %s",
                    rejected ? "-" : text(at(step, "result"), "amount"),
                    (rejected ? "not applied: " : "") + text + value(step),
                    text(module, "name"),
                    text(module, "version"));
        }
        say("  %12s  %s", text(at(order, "gross"), "amount"), "to pay, " + text(at(order, "gross"), "currency") + " with VAT");
        say("");
    }

    private static String value(Object step) {
        Optional<Object> value = Optional.ofNullable(((Map<?, ?>) step).get("value"));
        return value.map(asked -> switch (text(asked, "type")) {
                    case "rate" -> " (" + at(asked, "percent") + " % of " + text(at(step, "base"), "amount") + ")";
                    case "unit-price" -> " (" + at(step, "quantity") + " x " + text(at(asked, "unitPrice"), "amount") + ")";
                    default -> "";
                })
                .orElse("");
    }

    private void summarise(int swaps) {
        say("%d orders, %d swaps, %d failed requests.", orders.get(), swaps, failures.get());
        new TreeMap<>(failed).forEach((why, count) -> say("  failed %d times: %s", count.get(), why));
        if (lookedAgain.get() > 0) {
            say("%d times a customer chose a courier that had just left, was told so, and looked again.", lookedAgain.get());
        }
        say(
                "Prices with VAT: %s.",
                new TreeMap<>(prices)
                        .entrySet().stream()
                                .map(price -> price.getKey().toPlainString() + " (" + price.getValue() + " orders)")
                                .collect(Collectors.joining(", ")));
        say(
                "Orders by generation: %s.",
                new TreeMap<>(generations)
                        .entrySet().stream()
                                .map(one -> one.getKey() + ": " + one.getValue())
                                .collect(Collectors.joining(", ")));
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }

    /** Runs also after Ctrl-C. */
    private void clean() {
        buying = false;
        try {
            if (server != null) {
                // Nothing of it is kept: it need not take its time.
                server.destroyForcibly().waitFor();
            }
            try (Stream<Path> files = Files.walk(base)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            System.err.println("torg: " + base + " could not be removed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // --- HTTP and JSON ---

    private record Reply(int status, String body) {
        Object json() {
            return new Json(body).value();
        }

        /** The status, and the code of a problem. */
        @Override
        public String toString() {
            boolean told = status >= 400 && body.startsWith("{");
            return told ? status + " " + ((Map<?, ?>) json()).get("code") : Integer.toString(status);
        }
    }

    private Object get(String token, String path) throws IOException, InterruptedException {
        Reply reply = send(token, path, "");
        if (reply.status() != 200) {
            throw refuse(path + " was answered with " + reply);
        }
        return reply.json();
    }

    /** Posts a body, or gets where it is empty. */
    private Reply send(String token, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body());
    }

    private static Object at(Object object, String field) {
        Object value = ((Map<?, ?>) object).get(field);
        if (value == null) {
            throw new IllegalStateException("no " + field + " in " + object);
        }
        return value;
    }

    private static String text(Object object, String field) {
        return at(object, field).toString();
    }

    private static long number(Object object, String field) {
        return Long.parseLong(text(object, field));
    }

    private static List<?> list(Object object, String field) {
        return (List<?>) at(object, field);
    }

    private static BigDecimal amount(Object money) {
        return new BigDecimal(text(money, "amount"));
    }

    /** Well-formed JSON: objects as maps, arrays as lists, numbers as they are written. */
    private static final class Json {
        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object value() {
            skip();
            char next = text.charAt(at);
            if (next == '{') {
                Map<String, Object> object = new LinkedHashMap<>();
                while (more('}')) {
                    String field = string();
                    skip();
                    at++;
                    object.put(field, value());
                }
                return object;
            }
            if (next == '[') {
                List<Object> array = new ArrayList<>();
                while (more(']')) {
                    array.add(value());
                }
                return array;
            }
            if (next == '"') {
                return string();
            }
            int from = at;
            while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(from, at);
            return Arrays.asList("true", "false").contains(word) ? Boolean.valueOf(word) : word;
        }

        /** Steps over the bracket or the comma before an element; false, and behind the end, after the last. */
        private boolean more(char end) {
            skip();
            if (text.charAt(at) != end) {
                at++;
                skip();
            }
            if (text.charAt(at) == end) {
                at++;
                return false;
            }
            return true;
        }

        private String string() {
            StringBuilder read = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                char c = text.charAt(at);
                if (c == '\\') {
                    c = text.charAt(++at);
                    switch (c) {
                        case 'n' -> c = '\n';
                        case 't' -> c = '\t';
                        case 'r' -> c = '\r';
                        case 'b' -> c = '\b';
                        case 'f' -> c = '\f';
                        case 'u' -> {
                            c = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
                            at += 4;
                        }
                        default -> {}
                    }
                }
                read.append(c);
            }
            at++;
            return read.toString();
        }

        private void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
