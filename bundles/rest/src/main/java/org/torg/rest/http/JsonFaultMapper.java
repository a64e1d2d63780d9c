package org.torg.rest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.rest.Resource;

/** A body that cannot be read is the caller's fault, unless it was too large or our shape is at fault. */
@Component(service = Resource.class)
@Provider
public final class JsonFaultMapper implements ExceptionMapper<JsonProcessingException>, Resource {

    private final MessageText texts;

    @Activate
    public JsonFaultMapper(@Reference MessageText texts) {
        this.texts = texts;
    }

    @Override
    public Response toResponse(JsonProcessingException fault) {
        if (fault instanceof InvalidDefinitionException || fault.getCause() instanceof BodyTooLargeException) {
            return new FailureMapper().toResponse(fault);
        }
        return Refusals.response(JsonFaults.of(fault), texts.of(java.util.Locale.ENGLISH));
    }
}
