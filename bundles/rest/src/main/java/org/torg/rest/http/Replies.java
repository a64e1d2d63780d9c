package org.torg.rest.http;

import javax.ws.rs.core.CacheControl;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

/** The shapes of replies. */
public final class Replies {

    private static final String BASE = "/api/v1/";

    private Replies() {}

    public static Response ok(Object body) {
        return Response.ok(body).build();
    }

    /** @param version becomes the entity tag */
    public static Response ok(Object body, long version) {
        return Response.ok(body).tag(tag(version)).build();
    }

    /** @param path of what was created, below the API */
    public static Response created(String path, Object body) {
        return at(201, path, body).build();
    }

    public static Response created(String path, Object body, long version) {
        return at(201, path, body).tag(tag(version)).build();
    }

    /** Work goes on; its state is at this path. */
    public static Response accepted(String path, Object body) {
        return at(202, path, body).build();
    }

    /** What differs by language and caller, and is no secret: strangers' copies may be kept for a minute. */
    public static Response shared(Object body, boolean forEverybody) {
        Response.ResponseBuilder response =
                Response.ok(body).header(HttpHeaders.VARY, "Accept-Language, Authorization");
        if (forEverybody) {
            CacheControl minute = new CacheControl();
            minute.setMaxAge(60);
            response.cacheControl(minute);
        }
        return response.build();
    }

    private static Response.ResponseBuilder at(int status, String path, Object body) {
        return Response.status(status).header(HttpHeaders.LOCATION, BASE + path).entity(body);
    }

    private static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
