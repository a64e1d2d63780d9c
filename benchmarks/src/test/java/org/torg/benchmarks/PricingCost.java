package org.torg.benchmarks;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Pricing alone, by JMH: 100 lines through 5 modules, and how it grows. */
final class PricingCost implements Measurement {
    private static final String TARGET = "200 µs";

    @Override
    public String name() {
        return "pricing";
    }

    @Override
    public void run(Context context) {
        Report report = context.report();
        report.part("Pricing in memory, with guard, trace and hash (JMH, one thread)");
        List<String> server = context.serverOptions();
        double base = row(context, "", 100, 5, 5, server, Double.NaN, TARGET);
        row(context, ", each module on every line", 100, 5, 1, server, base, "");
        row(context, ", with the second compiler", 100, 5, 5, List.of("-XX:+UseSerialGC"), base, "");
        for (int lines : new int[] {10, 1000}) {
            row(context, "", lines, 5, 5, server, base, "linear: " + Report.number(lines / 100.0));
        }
        for (int modules : new int[] {0, 10, 20}) {
            row(context, "", 100, modules, 5, server, base, "");
        }
    }

    private static double row(
            Context context,
            String how,
            int lines,
            int modules,
            int every,
            List<String> jvm,
            double base,
            String target) {
        String what = lines + " lines, " + modules + " modules" + how;
        context.say("pricing " + what);
        double micros = measure(context, lines, modules, every, jvm);
        context.report()
                .figure(
                        what,
                        Report.number(micros) + " µs",
                        Double.isNaN(base) ? "" : Report.number(micros / base) + " times the first",
                        target);
        return micros;
    }

    private static double measure(Context context, int lines, int modules, int every, List<String> jvm) {
        TimeValue iteration = TimeValue.milliseconds(context.seconds(1).toMillis());
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("PricingBenchmark.price")
                .param("lines", Integer.toString(lines))
                .param("modules", Integer.toString(modules))
                .param("every", Integer.toString(every))
                .forks(1)
                .warmupIterations(3)
                .warmupTime(iteration)
                .measurementIterations(4)
                .measurementTime(iteration)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgs(jvm.toArray(String[]::new));
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            return results.iterator().next().getPrimaryResult().getScore();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
