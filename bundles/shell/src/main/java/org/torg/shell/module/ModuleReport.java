package org.torg.shell.module;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.torg.api.Refusal;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleFile;
import org.torg.api.module.ModuleOverview;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.ModuleSet.Module;
import org.torg.api.module.PartHealth;

/** Tells in lines of text what a vendor is made of and what has changed. Times are UTC. */
public final class ModuleReport {

    private ModuleReport() {}

    /** @param generations the newest ones, newest first */
    public static List<String> overview(ModuleOverview overview, List<ModuleSet> generations) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(overview));
        lines.add("");
        lines.addAll(parts(overview));
        for (ModuleOverview.Draining draining : overview.draining()) {
            lines.add("Generation " + draining.generation() + " still finishes " + draining.evaluations()
                    + " evaluations, until " + time(draining.until()) + " at most.");
        }
        lines.add("");
        lines.addAll(generations(generations));
        lines.add("");
        lines.addAll(files(overview));
        overview.lastRefusal().ifPresent(candidate -> {
            lines.add("");
            lines.add("The latest candidate was refused, " + time(candidate.at()) + ":");
            refusal(candidate.refusal(), candidate.activation()).forEach(line -> lines.add("  " + line));
        });
        return lines;
    }

    private static String headline(ModuleOverview overview) {
        String vendor = overview.desired().vendor().value();
        long desired = overview.desired().generation();
        if (overview.serving().isEmpty()) {
            return vendor + ": away; generation " + desired + " is wanted";
        }
        long serving = overview.serving().get();
        return vendor + ": generation " + serving + " serves"
                + (serving == desired ? "" : "; generation " + desired + " is wanted");
    }

    private static List<String> parts(ModuleOverview overview) {
        Map<String, Module> modules = new TreeMap<>();
        overview.desired().modules().forEach(module -> modules.put(module.symbolicName(), module));
        TextTable table = new TextTable(
                "MODULE", "VERSION", "CONTRACT", "PART", "STATE", "CALLS", "P99", "FAILURES", "LAST FAILURE");
        Set<String> shown = new HashSet<>();
        for (PartHealth part : overview.parts()) {
            shown.add(part.module());
            table.add(
                    part.module(),
                    part.version(),
                    part.contract(),
                    part.name(),
                    word(part.state()),
                    Long.toString(part.calls()),
                    part.calls() == 0 ? "" : millis(part.p99Micros()),
                    Long.toString(part.failures()),
                    part.lastFailure()
                            .map(failure -> time(failure.at()) + " " + failure.reason())
                            .orElse(""));
        }
        // What is published and does not serve here has nothing to tell of its health.
        modules.values().stream()
                .filter(module -> !shown.contains(module.symbolicName()))
                .forEach(module -> table.add(
                        module.symbolicName(),
                        module.version(),
                        String.join(", ", module.contracts()),
                        "",
                        "not serving",
                        "",
                        "",
                        "",
                        ""));
        return table.lines();
    }

    private static List<String> generations(List<ModuleSet> generations) {
        TextTable table = new TextTable("GENERATION", "MADE OF", "BECAUSE OF", "PUBLISHED", "BY", "MODULES");
        for (ModuleSet set : generations) {
            table.add(
                    Long.toString(set.generation()),
                    set.parent() == 0 ? "" : Long.toString(set.parent()),
                    word(set.origin()),
                    time(set.publishedAt()),
                    set.author(),
                    set.modules().stream()
                            .map(module -> module.symbolicName() + " " + module.version())
                            .collect(Collectors.joining(", ")));
        }
        return table.lines();
    }

    private static List<String> files(ModuleOverview overview) {
        TextTable table = new TextTable("FILE", "MODULE", "VERSION", "BYTES", "");
        for (ModuleFile file : overview.files()) {
            boolean here = file.vendor()
                    .map(vendor -> vendor.equals(overview.desired().vendor()))
                    .orElse(true);
            if (here) {
                table.add(
                        file.name(),
                        file.symbolicName(),
                        file.version(),
                        Long.toString(file.size()),
                        inUse(overview.desired(), file) ? "in use" : "");
            }
        }
        List<String> lines = table.lines();
        return lines.size() > 1 ? lines : List.of("There are no files in the module folder.");
    }

    private static boolean inUse(ModuleSet set, ModuleFile file) {
        return set.modules().stream()
                .anyMatch(module -> module.symbolicName().equals(file.symbolicName())
                        && module.version().equals(file.version()));
    }

    /** @param before the generation before the published one, where that is known */
    public static List<String> published(ModuleSet set, Optional<ModuleSet> before) {
        List<String> lines = new ArrayList<>();
        lines.add(set.vendor().value() + ": generation " + set.generation() + " is published");
        if (before.isEmpty()) {
            set.modules().forEach(module -> lines.add("  " + named(module)));
            return lines;
        }
        Map<String, Module> old = byName(before.get());
        Map<String, Module> now = byName(set);
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            if (!old.containsKey(name)) {
                lines.add("  added    " + named(now.get(name)));
            } else if (!now.containsKey(name)) {
                lines.add("  removed  " + named(old.get(name)));
            } else if (!now.get(name).digest().equals(old.get(name).digest())) {
                lines.add("  changed  " + named(now.get(name)) + " (was "
                        + TextTable.plain(old.get(name).version()) + ")");
            }
        }
        if (lines.size() == 1) {
            lines.add("  with the modules of generation " + before.get().generation());
        }
        if (set.origin() == ModuleSet.Origin.ROLLBACK) {
            lines.add("  with the parameters of generation " + set.parent());
        }
        return lines;
    }

    private static Map<String, Module> byName(ModuleSet set) {
        Map<String, Module> modules = new TreeMap<>();
        set.modules().forEach(module -> modules.put(module.symbolicName(), module));
        return modules;
    }

    private static String named(Module module) {
        return TextTable.plain(module.symbolicName() + " " + module.version());
    }

    /** Why nothing was published, in English: the whole, and a line for each part at fault. */
    public static List<String> refusal(Refusal refusal, Activation activation) {
        List<String> lines = new ArrayList<>();
        lines.add(TextTable.plain(EnglishText.of(refusal.message())) + " (" + refusal.code() + ")");
        for (Refusal.Detail detail : refusal.details()) {
            String where = place(detail.field(), activation);
            lines.add((where.isEmpty() ? "" : TextTable.plain(where) + ": ")
                    + TextTable.plain(EnglishText.of(detail.message())) + " (" + detail.code() + ")");
        }
        return lines;
    }

    /** The file or module that a pointer means; the pointer itself when it means none. */
    static String place(String pointer, Activation activation) {
        String[] parts = pointer.split("/", -1);
        if (parts.length >= 3 && parts[1].equals("modules")) {
            return parts[2];
        }
        if (parts.length >= 3 && parts[2].matches("[0-9]{1,4}")) {
            List<String> named =
                    switch (parts[1]) {
                        case "files", "activate" -> activation.files();
                        case "remove" -> activation.remove();
                        default -> List.of();
                    };
            int index = Integer.parseInt(parts[2]);
            if (index < named.size()) {
                return named.get(index);
            }
        }
        return pointer;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String millis(long micros) {
        return BigDecimal.valueOf(micros, 3).toPlainString() + " ms";
    }
}
