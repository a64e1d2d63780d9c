package org.torg.kernel.vendor;

import java.time.Duration;

/**
 * What vendor code may take before it counts as failed.
 *
 * @param budget for one evaluation, such as the price of a cart
 * @param threads at most so many evaluations of one set at the same time; also the most that it can ever lose
 * @param waiting at most so many evaluations wait for one of these threads when none of them ends, or when each takes so
 *     long that the turn of one more is far away; with {@code threads} well under half of the threads of the HTTP server,
 *     which they hold meanwhile
 * @param allocation bytes for one call of one part
 * @param rest how long a part that has failed too often is left alone before it is tried again
 * @param examining for how long a new set is tried on invented carts before it is published; on three in any case
 */
public record Limits(Duration budget, int threads, int waiting, long allocation, Duration rest, Duration examining) {

    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(2), 8, 12, 32L << 20, Duration.ofSeconds(5), Duration.ofMillis(800));
}
