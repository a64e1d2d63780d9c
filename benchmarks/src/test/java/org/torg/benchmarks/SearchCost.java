package org.torg.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The index alone, in a process with the server's options and heap: how long a key takes while somebody types. */
final class SearchCost implements Measurement {

    private static final int ARTICLES = 100_000;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void run(Context context) {
        int articles = context.quick() ? ARTICLES / 20 : ARTICLES;
        Report report = context.report();
        report.part("Search in the index, " + articles + " articles (one after another, 256 MiB of heap)");
        context.say("search");
        Map<String, String> figures = measure(context, articles, context.quick() ? 400 : 4000);
        report.figure("index built", figures.get("built in ms") + " ms", "", "");
        report.figure(
                "index on disk; heap",
                figures.get("size in MiB") + " MiB; " + figures.get("heap in MiB") + " MiB",
                "",
                "");
        for (String what : List.of("typing", "search", "search with facets")) {
            report.figure(
                    what + ", p50; p99; longest",
                    String.join(
                            "; ",
                            figures.get(what + " p50"),
                            figures.get(what + " p99"),
                            figures.get(what + " max") + " ms"),
                    "",
                    what.equals("typing") ? "p99 30 ms" : "");
        }
    }

    private static Map<String, String> measure(Context context, int articles, int questions) {
        try {
            Path folder = Files.createTempDirectory("torg-search");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
            command.addAll(context.serverOptions());
            command.addAll(List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.torg.benchmarks.SearchLoad",
                    Integer.toString(articles),
                    Integer.toString(questions),
                    folder.toString()));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            Map<String, String> figures = new LinkedHashMap<>();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                out.lines().filter(line -> line.contains("=")).forEach(line -> {
                    int sign = line.lastIndexOf('=');
                    figures.put(line.substring(0, sign), line.substring(sign + 1));
                });
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the search did not run: " + figures);
            }
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
