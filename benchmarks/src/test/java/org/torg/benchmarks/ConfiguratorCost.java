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
import org.openjdk.jmh.util.Statistics;

/** The configurator alone, by JMH: what is possible under no answer, under half of them and under all. */
final class ConfiguratorCost implements Measurement {

    @Override
    public String name() {
        return "configurator";
    }

    @Override
    public void run(Context context) {
        context.report().part("Configurator: 50 questions of 5 options, 300 constraints (JMH, one thread)");
        List<String> server = context.serverOptions();
        row(context, "guide, nothing answered", "guide", 0, server, "5 ms");
        row(context, "guide, half of the questions answered", "guide", 50, server, "5 ms");
        row(context, "guide, all questions answered", "guide", 100, server, "5 ms");
        row(context, "why an option is excluded", "why", 50, server, "");
    }

    private static void row(
            Context context, String what, String method, int answered, List<String> jvm, String target) {
        context.say("configurator " + what);
        Statistics micros = measure(context, method, answered, jvm);
        context.report()
                .figure(
                        what,
                        "p50 " + Report.number(micros.getPercentile(50)) + " µs, p99 "
                                + Report.number(micros.getPercentile(99)) + " µs",
                        "",
                        target);
    }

    private static Statistics measure(Context context, String method, int answered, List<String> jvm) {
        TimeValue iteration = TimeValue.milliseconds(context.seconds(2).toMillis());
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("ConfigurationBenchmark." + method + "$")
                .param("answered", Integer.toString(answered))
                .forks(1)
                .warmupIterations(4)
                .warmupTime(iteration)
                .measurementIterations(4)
                .measurementTime(iteration)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgs(jvm.toArray(String[]::new));
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            return results.iterator().next().getPrimaryResult().getStatistics();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
