package org.torg.benchmarks;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Start-up, first and warm, and what an idle tenant costs. */
final class StartCost implements Measurement {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Context context) {
        Report report = context.report();
        report.part("Start and memory (on Derby, with the demo's 1,688 articles)");
        String folder = "start";
        context.say("first start");
        try (Torg torg = context.startDerby(folder, "")) {
            report.figure("first start, to the first 200 of /system/ready", start(torg), "", "");
            context.say("stopping, which writes the class archive");
        }
        context.say("warm start");
        try (Torg torg = context.startDerby(folder, "")) {
            report.figure("warm start", start(torg), "", "10 s; stretch 8 s");
            double before = torg.cpuSeconds();
            int seconds = context.quick() ? 3 : 10;
            rest(seconds);
            report.figure(
                    "resident, idle",
                    Report.number(torg.residentMib()) + " MiB; "
                            + Report.number(1000 * (torg.cpuSeconds() - before) / seconds) + " ms of CPU a second",
                    "",
                    "300 MiB; stretch 256 MiB");
        }
    }

    private static void rest(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String start(Torg torg) {
        return String.format(Locale.ROOT, "%.1f s, %.1f s of CPU", torg.startSeconds(), torg.startCpuSeconds());
    }
}
