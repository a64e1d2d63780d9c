package org.torg.rest.upload;

import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.ext.Provider;
import org.osgi.service.component.annotations.Component;
import org.torg.http.upload.TusHeaders;
import org.torg.rest.Resource;
import org.torg.rest.http.Problem;

/** Refuses other versions of tus than ours with 412, before anything of the request is done, and says ours in each reply. */
@Component(service = Resource.class)
@Provider
@Tus
public final class TusFilter implements ContainerRequestFilter, ContainerResponseFilter, Resource {

    @Override
    public void filter(ContainerRequestContext request) {
        String asked = request.getHeaderString(TusHeaders.TUS_RESUMABLE);
        if (asked == null || !asked.strip().equals(TusHeaders.VERSION)) {
            request.abortWith(Problem.of(412, "tus-version-unsupported", "The header Tus-Resumable must be 1.0.0")
                    .response()
                    .header(TusHeaders.TUS_VERSION, TusHeaders.VERSION)
                    .header(TusHeaders.TUS_RESUMABLE, TusHeaders.VERSION)
                    .build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(TusHeaders.TUS_RESUMABLE, TusHeaders.VERSION);
    }
}
