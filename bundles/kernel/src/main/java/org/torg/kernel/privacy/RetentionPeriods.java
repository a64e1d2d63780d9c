package org.torg.kernel.privacy;

import java.time.Period;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How long this tenant keeps what is no document; each is empty when it is kept for ever. */
@Component(service = RetentionPeriods.class, configurationPid = "org.torg.kernel.retention")
@Designate(ocd = RetentionPeriods.Configuration.class)
public final class RetentionPeriods {

    /** Other systems that follow the feed may be away for so long. */
    static final int LEAST_EVENT_DAYS = 90;

    private final Configuration configuration;

    @ObjectClassDefinition(
            name = "Torg retention",
            description = "How long what is not a document is kept; 0: for ever")
    public @interface Configuration {
        @AttributeDefinition(description = "Months after which a cart that nobody has touched is removed")
        int cartMonths() default 12;

        @AttributeDefinition(description = "Days for which events can be read in the feed, at least 90")
        int eventDays() default LEAST_EVENT_DAYS;

        @AttributeDefinition(
                description =
                        "Years for which is kept who did what; the law of the country where accounts are kept longest asks"
                                + " for seven after the end of the year")
        int auditYears() default 8;

        @AttributeDefinition(description = "Days for which the reports of imports are kept")
        int importDays() default 90;
    }

    @Activate
    public RetentionPeriods(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Since somebody has last changed it. */
    public Optional<Period> carts() {
        return kept(Period.ofMonths(configuration.cartMonths()));
    }

    public Optional<Period> events() {
        int days = configuration.eventDays();
        return kept(Period.ofDays(days <= 0 ? 0 : Math.max(LEAST_EVENT_DAYS, days)));
    }

    public Optional<Period> audit() {
        return kept(Period.ofYears(configuration.auditYears()));
    }

    public Optional<Period> imports() {
        return kept(Period.ofDays(configuration.importDays()));
    }

    private static Optional<Period> kept(Period period) {
        return period.isZero() || period.isNegative() ? Optional.empty() : Optional.of(period);
    }
}
