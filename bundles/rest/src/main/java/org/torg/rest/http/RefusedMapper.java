package org.torg.rest.http;

import java.util.Locale;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.RefusedException;
import org.torg.http.Languages;
import org.torg.rest.Resource;

/** At this edge a refusal becomes a problem, whether a service answered it or the reading of the request. */
@Component(service = Resource.class)
@Provider
public final class RefusedMapper implements ExceptionMapper<RefusedException>, Resource {

    private final MessageText texts;

    @Context
    HttpHeaders headers;

    @Activate
    public RefusedMapper(@Reference MessageText texts) {
        this.texts = texts;
    }

    @Override
    public Response toResponse(RefusedException refused) {
        Locale locale = Languages.orEnglish(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Refusals.response(refused.refusal(), texts.of(locale));
    }
}
