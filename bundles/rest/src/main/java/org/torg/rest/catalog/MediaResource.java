package org.torg.rest.catalog;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.catalog.CatalogMedia;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;

/**
 * The bytes of pictures and documents, as public as the catalogue (L12 is about prices). A hash names the same bytes for ever, so that
 * nobody need ask for them again.
 */
@Component(service = Resource.class)
@Path("media/{hash}")
@Produces(MediaType.WILDCARD)
public final class MediaResource implements Resource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String PDF = "application/pdf";

    private final CatalogMedia media;

    @Activate
    public MediaResource(@Reference CatalogMedia media) {
        this.media = media;
    }

    @GET
    public Response get(@BeanParam Asked asked, @Context HttpHeaders headers, @PathParam("hash") String hash) {
        CatalogMedia.Content content = media.open(asked.withoutQuery().caller(), asked.id("media", hash))
                .orElseThrow();
        String tag = "\"" + hash + "\"";
        if (isKnown(headers, tag)) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, tag)
                    .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                    .build();
        }
        StreamingOutput bytes = out -> {
            try (InputStream in = content.open()) {
                in.transferTo(out);
            }
        };
        Response.ResponseBuilder reply = Response.ok(bytes)
                .type(content.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, content.bytes())
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        if (content.mediaType().equals(PDF)) {
            // A document is saved, never run within our pages.
            reply.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(content.fileName()));
        }
        return reply.build();
    }

    private static boolean isKnown(HttpHeaders headers, String tag) {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))
                .filter(known -> known.strip().equals("*")
                        || Arrays.stream(known.split(",", -1))
                                .map(String::strip)
                                .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                                .anyMatch(tag::equals))
                .isPresent();
    }
}
