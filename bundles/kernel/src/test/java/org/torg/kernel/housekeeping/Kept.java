package org.torg.kernel.housekeeping;

import java.lang.annotation.Annotation;
import org.torg.kernel.privacy.RetentionPeriods;

/** A configuration of how long things are kept. */
public record Kept(int cartMonths, int eventDays, int auditYears, int importDays)
        implements RetentionPeriods.Configuration {
    @Override
    public Class<? extends Annotation> annotationType() {
        return RetentionPeriods.Configuration.class;
    }
}
