package org.torg.rest.openapi;

import java.nio.charset.StandardCharsets;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.CacheControl;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;

/** The description of this API for machines, OpenAPI 3.0. */
@Component(service = Resource.class)
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource implements Resource {

    private static final int SECONDS = 300;

    private final byte[] document;

    @Activate
    public OpenApiResource() {
        document = new OpenApiDocument().bytes();
    }

    @GET
    public Response document(@BeanParam Asked asked) {
        asked.withoutQuery();
        CacheControl control = new CacheControl();
        control.setMaxAge(SECONDS);
        return Response.ok(document).cacheControl(control).build();
    }

    /** The document as it is served. */
    public String text() {
        return new String(document, StandardCharsets.UTF_8);
    }
}
