package org.torg.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What answers here. */
@Component(service = Resource.class)
@Path("/")
public final class ApiResource implements Resource {
    /** The name and version of the server. */
    public record ApiJson(String name, String version) {}

    private final ApiJson api;

    @Activate
    public ApiResource(BundleContext context) {
        api = new ApiJson("Torg", context.getBundle().getVersion().toString());
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ApiJson api() {
        return api;
    }
}
