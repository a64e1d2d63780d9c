package org.torg.kernel.command;

import com.github.f4b6a3.uuid.UuidCreator;
import org.osgi.service.component.annotations.Component;

/** New ids: UUIDs of version 7, so that later ones sort after earlier ones. */
@Component(service = Ids.class)
public final class Ids {

    /** 36 characters, lower case. */
    public String next() {
        return UuidCreator.getTimeOrderedEpochPlus1().toString();
    }
}
