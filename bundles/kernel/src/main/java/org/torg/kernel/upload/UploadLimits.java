package org.torg.kernel.upload;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.vendor.Generations;

/** How large and how many files may be, and for how long they are kept for nobody. */
@Component(service = UploadLimits.class, configurationPid = "org.torg.kernel.upload")
@Designate(ocd = UploadLimits.Configuration.class)
public final class UploadLimits {

    /** A vendor may allow less than the operator. */
    static final String PARAMETER = "upload.max-megabytes";

    private static final long MB = 1_000_000;

    private final Bounds bounds;
    private final Generations generations;
    private final Clock clock;

    @ObjectClassDefinition(name = "Torg uploads")
    public @interface Configuration {

        @AttributeDefinition(description = "Megabytes (1,000,000 bytes) that one file may have")
        int maxMegabytes() default 500;

        @AttributeDefinition(description = "Files of one location that may wait for an order")
        int waitingFiles() default 50;

        @AttributeDefinition(description = "Megabytes of one location that may wait for an order")
        int waitingMegabytes() default 5000;

        @AttributeDefinition(description = "Hours after its last piece for which an unfinished file is kept")
        int unfinishedHours() default 24;

        @AttributeDefinition(description = "Days for which a finished file waits for an order")
        int waitingDays() default 7;

        @AttributeDefinition(description = "Whether there is a virus scanner, without which no file becomes ready")
        boolean scanner() default false;
    }

    /** What the configuration says. */
    public record Bounds(
            int maxMegabytes,
            int waitingFiles,
            int waitingMegabytes,
            int unfinishedHours,
            int waitingDays,
            boolean scanner) {}

    @Activate
    public UploadLimits(Configuration configuration, @Reference Generations generations, @Reference Clock clock) {
        this(
                new Bounds(
                        configuration.maxMegabytes(),
                        configuration.waitingFiles(),
                        configuration.waitingMegabytes(),
                        configuration.unfinishedHours(),
                        configuration.waitingDays(),
                        configuration.scanner()),
                generations,
                clock);
    }

    public UploadLimits(Bounds bounds, Generations generations, Clock clock) {
        this.bounds = bounds;
        this.generations = generations;
        this.clock = clock;
    }

    long mostMegabytes() {
        return bounds.maxMegabytes();
    }

    long mostBytes() {
        return mostMegabytes() * MB;
    }

    /** What the vendor allows, where it says so. Refused when there is no such vendor or it is away. */
    Outcome<Long> mostMegabytes(VendorId vendor) {
        return generations.using(Optional.of(vendor), generation -> {
            String own = generation
                    .parameters(clock.today(
                            generation.vendor().descriptor().seller().zone()))
                    .parameters()
                    .values()
                    .getOrDefault(PARAMETER, Integer.toString(bounds.maxMegabytes()));
            return Outcome.done(Math.min(mostMegabytes(), new BigDecimal(own).longValue()));
        });
    }

    /** That an archive may unpack to. */
    long mostUnpacked() {
        return 2 * mostBytes();
    }

    int waitingFiles() {
        return bounds.waitingFiles();
    }

    long waitingBytes() {
        return bounds.waitingMegabytes() * MB;
    }

    Duration unfinished() {
        return Duration.ofHours(bounds.unfinishedHours());
    }

    Duration waiting() {
        return Duration.ofDays(bounds.waitingDays());
    }

    boolean needsScanner() {
        return bounds.scanner();
    }

    static long bytes(long megabytes) {
        return megabytes * MB;
    }
}
