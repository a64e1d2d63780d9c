package org.torg.kernel.time;

import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.torg.api.Clock;

/** The system's time, moved by a configured offset in tests and demonstrations. */
@Component(
        service = Clock.class,
        configurationPid = "org.torg.clock",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = SystemClock.Configuration.class)
public final class SystemClock implements Clock {

    @ObjectClassDefinition(name = "Torg clock")
    public @interface Configuration {

        @AttributeDefinition(description = "ISO 8601 duration added to the system's time, such as P3D; for tests")
        String offset() default "PT0S";
    }

    private final java.time.Clock clock;

    @Activate
    public SystemClock(Configuration configuration) {
        clock = java.time.Clock.offset(java.time.Clock.systemUTC(), Duration.parse(configuration.offset()));
    }

    /** To the microsecond, which is what both databases keep. */
    @Override
    public Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}
