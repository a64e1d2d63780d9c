package org.torg.rest.http;

import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import org.torg.api.RefusedException;

/** Reads and writes JSON bodies; a resource that takes a body never gets null. */
public final class JsonBody extends JacksonJsonProvider {
    public JsonBody() {
        super(Json.MAPPER);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        Object value = super.readFrom(type, genericType, annotations, mediaType, headers, body);
        if (value == null) {
            throw new RefusedException(JsonFaults.missing());
        }
        return value;
    }
}
