package org.torg.benchmarks.server;

import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Application;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/** An application of one resource without filters, which writes bytes. */
@Component(service = Application.class, property = "osgi.http.whiteboard.servlet.name=bench-jaxrs")
@JaxrsName("bench")
@JaxrsApplicationBase("/bench/jaxrs")
public final class BareApplication extends Application {
    private final BareResource resource;

    @Activate
    public BareApplication(@Reference Payload payload) {
        resource = new BareResource(payload);
    }

    @Override
    public Set<Object> getSingletons() {
        return Set.of(resource);
    }

    /** The least that a resource can do. */
    @Path("/")
    public static final class BareResource {
        private final Payload payload;

        BareResource(Payload payload) {
            this.payload = payload;
        }

        @GET
        @Produces(MediaType.APPLICATION_JSON)
        public byte[] get() {
            return payload.bytes();
        }
    }
}
