package org.torg.itests;

import static org.torg.itests.Market.API;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.torg.itests.Client.Reply;

/**
 * Clients that check out in a loop. Those of even number order at current prices; the others have a price shown first, keep it
 * for a while, and order at that. One whose price has changed meanwhile ({@code price-changed}) looks at the new one and
 * orders at that.
 */
final class Buyers implements AutoCloseable {
    /** So many prices does a client look at before it orders at the first of them. */
    private static final int HELD = 3;

    /** So often does a client confirm another price in the place of a changed one. */
    private static final int CONFIRMATIONS = 50;

    /** Of the log of {@link Replies}: a 409 by which a vendor that prices anew says so. */
    static final String PRICE_CHANGED = "409 price-changed";

    private record Shown(String snapshot, JsonNode gross) {}

    private final Client client;
    private final Map<String, Object> goods;
    private final Consumer<JsonNode> placed;
    private final Replies replies = new Replies();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads;
    private final List<? extends Future<?>> clients;
    private volatile boolean open = true;

    /**
     * Starts.
     *
     * @param count of clients
     * @param goods what each order is of: the body of an order but for the price agreement; its {@code lines},
     *     {@code vendor} and {@code delivery} are what is priced
     * @param placed is told each order, on the client's thread; what it throws is a fault
     */
    Buyers(Client client, int count, Map<String, Object> goods, Consumer<JsonNode> placed) {
        this.client = client.unchecked();
        this.goods = goods;
        this.placed = placed;
        this.threads = Executors.newFixedThreadPool(count);
        this.clients = IntStream.range(0, count)
                .mapToObj(number -> threads.submit(() -> shop(number % 2 == 1)))
                .toList();
    }

    Replies replies() {
        return replies;
    }

    /** Orders that were not as they should be; empty when all is well. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Lets each client finish what it has begun. */
    @Override
    public void close() {
        open = false;
        threads.shutdown();
        for (Future<?> each : clients) {
            try {
                each.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (java.util.concurrent.ExecutionException e) {
                faults.add("A client ended: " + e.getCause());
            }
        }
    }

    private void shop(boolean withSnapshots) {
        Deque<Shown> held = new ArrayDeque<>();
        while (open) {
            if (!withSnapshots) {
                order("order", Map.of("acceptPrices", "current"));
            } else if (held.size() < HELD) {
                look(held);
            } else {
                confirm(held.remove(), 0);
            }
        }
        held.forEach(shown -> confirm(shown, 0));
    }

    private void look(Deque<Shown> held) {
        Map<String, Object> asked = new java.util.TreeMap<>();
        asked.put("lines", goods.get("lines"));
        if (goods.containsKey("vendor")) {
            asked.put("vendor", goods.get("vendor"));
        }
        if (goods.get("delivery") instanceof Map<?, ?> delivery) {
            asked.put("deliveryOption", delivery.get("option"));
        }
        Reply reply = send("price", "/prices", asked);
        if (reply.status() == 200) {
            JsonNode quotation = reply.json();
            held.add(new Shown(
                    quotation.get("snapshot").asText(), quotation.get("price").get("gross")));
        }
    }

    private void confirm(Shown shown, int before) {
        Reply reply = order("order at a snapshot", Map.of("priceSnapshot", shown.snapshot()));
        if (reply.status() == 201 && !reply.json().get("gross").equals(shown.gross())) {
            faults.add(
                    "Shown was " + shown.gross() + ", ordered " + reply.json().get("gross"));
        }
        if (!Replies.named(reply).equals(PRICE_CHANGED)) {
            return;
        }
        if (before == CONFIRMATIONS) {
            faults.add("A price changed again and again, " + CONFIRMATIONS + " times");
            return;
        }
        Deque<Shown> now = new ArrayDeque<>();
        look(now);
        now.forEach(next -> confirm(next, before + 1));
    }

    private Reply order(String what, Map<String, Object> agreement) {
        Map<String, Object> body = new java.util.TreeMap<>(goods);
        body.putAll(agreement);
        Reply reply = send(what, "/orders", body);
        if (reply.status() == 201) {
            try {
                placed.accept(reply.json());
            } catch (RuntimeException | AssertionError e) {
                faults.add(e + ": " + reply.body());
            }
        }
        return reply;
    }

    private Reply send(String what, String path, Map<String, Object> body) {
        long began = System.nanoTime();
        try {
            Reply reply = client.post(API + path, body);
            replies.add(what, reply, System.nanoTime() - began);
            return reply;
        } catch (UncheckedIOException e) {
            replies.failed(e);
            return new Reply(0, Map.of(), "");
        }
    }
}
