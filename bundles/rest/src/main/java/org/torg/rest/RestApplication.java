package org.torg.rest;

import java.util.HashSet;
import java.util.Set;
import javax.ws.rs.core.Application;
import org.torg.rest.http.FailureMapper;
import org.torg.rest.http.JsonBody;
import org.torg.rest.http.RefusalMapper;

/** The resources, with our JSON and our problems. */
final class RestApplication extends Application {
    private final Set<Object> singletons;

    RestApplication(Set<Resource> resources) {
        singletons = new HashSet<>(resources);
        singletons.add(new JsonBody());
        singletons.add(new RefusalMapper());
        singletons.add(new FailureMapper());
    }

    @Override
    public Set<Object> getSingletons() {
        return singletons;
    }
}
