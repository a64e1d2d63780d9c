package org.torg.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU time and memory of processes, as Linux tells them. */
final class Cpu {
    /** Linux tells user space a hundred ticks a second, whatever it counts itself. */
    private static final double TICKS = 100;

    private Cpu() {}

    /** Seconds that a process has used so far. */
    static double seconds(long pid) {
        String[] stat = stat(pid);
        return stat.length == 0 ? 0 : (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) / TICKS;
    }

    /** Seconds that a process, those of its children that live and those that it has waited for have used so far. */
    static double secondsOfFamily(long pid) {
        String[] stat = stat(pid);
        double own = stat.length == 0
                ? 0
                : (Long.parseLong(stat[11])
                                + Long.parseLong(stat[12])
                                + Long.parseLong(stat[13])
                                + Long.parseLong(stat[14]))
                        / TICKS;
        try (Stream<ProcessHandle> children = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children)) {
            return own + children.mapToDouble(child -> seconds(child.pid())).sum();
        }
    }

    /** Resident memory in MiB. */
    static double residentMib(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields after the name, which may hold anything; the first is the third of the manual. */
    private static String[] stat(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException e) {
            // It ended while it was read.
            return new String[0];
        }
    }
}
