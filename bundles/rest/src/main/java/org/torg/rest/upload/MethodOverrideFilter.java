package org.torg.rest.upload;

import java.util.Set;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.ext.Provider;
import org.osgi.service.component.annotations.Component;
import org.torg.rest.Resource;

/** Where something on the way knows no PATCH, tus has a POST that says what it means. For uploads alone. */
@Component(service = Resource.class)
@Provider
@PreMatching
public final class MethodOverrideFilter implements ContainerRequestFilter, Resource {

    private static final Set<String> METHODS = Set.of("PATCH", "DELETE", "HEAD");

    @Override
    public void filter(ContainerRequestContext request) {
        String method = request.getHeaderString("X-HTTP-Method-Override");
        String path = request.getUriInfo().getPath();
        if (method != null
                && METHODS.contains(method)
                && request.getMethod().equals("POST")
                && (path.startsWith("uploads/") || path.startsWith("/uploads/"))) {
            request.setMethod(method);
        }
    }
}
