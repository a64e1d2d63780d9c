package org.torg.benchmarks;

/** One part of the table. */
interface Measurement {
    /** As {@code --only} names it. */
    String name();

    void run(Context context);
}
