package org.torg.kernel.command;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;

/** New ids: UUIDs of version 7, so that later ones sort after earlier ones. */
@Component(service = Ids.class)
public final class Ids {

    private final TimeOrderedEpochFactory factory;

    @Activate
    public Ids(@Reference Clock clock) {
        factory = TimeOrderedEpochFactory.builder()
                .withInstantFunction(clock::now)
                .withIncrementPlus1()
                .build();
    }

    /** 36 characters, lower case. */
    public String next() {
        return factory.create().toString();
    }
}
