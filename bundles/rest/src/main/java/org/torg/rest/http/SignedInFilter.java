package org.torg.rest.http;

import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.ext.Provider;
import org.osgi.service.component.annotations.Component;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.rest.Resource;

/** Refuses strangers where a resource is {@link SignedIn}. */
@Component(service = Resource.class)
@Provider
@SignedIn
@Priority(Priorities.AUTHORIZATION)
public final class SignedInFilter implements ContainerRequestFilter, Resource {

    @Override
    public void filter(ContainerRequestContext request) {
        if (CallerFilter.caller(request.getSecurityContext()).isStranger()) {
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.UNAUTHENTICATED,
                    "token-missing",
                    "Sign in first and send the token with the request."));
        }
    }
}
