package org.torg.rest.http;

import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.ext.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.Sessions;
import org.torg.http.Languages;
import org.torg.rest.Resource;

/**
 * Turns the bearer token into the caller, in one statement; without a token the caller is a stranger. A token that is
 * not good is refused on every route, also where a stranger may go.
 */
@Component(service = Resource.class)
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class CallerFilter implements ContainerRequestFilter, Resource {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]{1,512}=*)");

    private final Sessions sessions;

    @Activate
    public CallerFilter(@Reference Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String requestId = RequestId.current();
        Optional<Locale> language = Optional.ofNullable(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .flatMap(Languages::of);
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        Caller caller;
        if (authorization == null) {
            caller = Caller.stranger(Caller.Channel.API, requestId, language.orElse(Locale.ENGLISH));
        } else {
            String token = token(authorization).orElseThrow(CallerFilter::invalid);
            caller = sessions.resolve(token, Caller.Channel.API, requestId, language)
                    .orElseThrow();
        }
        request.setSecurityContext(new CallerSecurity(caller, request.getSecurityContext()));
    }

    static Optional<String> token(String authorization) {
        Matcher matcher = BEARER.matcher(authorization.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static Caller caller(SecurityContext security) {
        if (security.getUserPrincipal() instanceof CallerPrincipal principal) {
            return principal.caller();
        }
        throw new IllegalStateException("the caller filter did not run");
    }

    private static RefusedException invalid() {
        return new RefusedException(Refusal.of(
                Refusal.Kind.UNAUTHENTICATED,
                "token-invalid",
                "The token is not valid, or not any more. Sign in again."));
    }

    record CallerPrincipal(Caller caller) implements Principal {
        @Override
        public String getName() {
            return caller.subject().key();
        }
    }

    private record CallerSecurity(Caller caller, SecurityContext before) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return new CallerPrincipal(caller);
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return before != null && before.isSecure();
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
