package org.torg.rest.upload;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import org.torg.api.upload.FileContent;
import org.torg.api.upload.Upload.Stored;
import org.torg.api.upload.UploadId;
import org.torg.api.upload.Uploads;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Problem;
import org.torg.rest.http.SignedIn;

/** The bytes of a file that is ready, whole or in part. Always to be saved, never shown by a browser. */
@Component(service = Resource.class)
@Path("uploads/{id}/content")
@Produces(MediaType.APPLICATION_OCTET_STREAM)
@SignedIn
public final class UploadContentResource implements Resource {

    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;

    private final Uploads uploads;

    @Activate
    public UploadContentResource(@Reference Uploads uploads) {
        this.uploads = uploads;
    }

    @GET
    public Response content(@BeanParam Asked asked, @Context HttpHeaders headers, @PathParam("id") String id) {
        FileContent content = uploads.open(asked.withoutQuery().caller(), new UploadId(asked.id("upload", id)))
                .orElseThrow();
        Stored stored = content.upload().stored().orElseThrow();
        String tag = "\"" + stored.sha256() + "\"";
        boolean same = header(headers, "If-Range").map(tag::equals).orElse(true);
        Optional<ByteRange.Asked> part =
                same ? ByteRange.of(header(headers, "Range"), stored.size()) : Optional.empty();
        if (part.isPresent() && part.get().range().isEmpty()) {
            return Problem.of(NOT_SATISFIABLE, "range-not-satisfiable", "The file is shorter than that")
                    .response()
                    .header("Content-Range", "bytes */" + stored.size())
                    .build();
        }
        ByteRange range = part.flatMap(ByteRange.Asked::range).orElseGet(() -> new ByteRange(0, stored.size() - 1));
        StreamingOutput bytes = out -> write(content, range, out);
        Response.ResponseBuilder reply = part.isPresent()
                ? Response.status(PARTIAL)
                        .header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + stored.size())
                : Response.ok();
        return reply.entity(bytes)
                .type(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + content.fileName() + "\"")
                .header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes")
                .build();
    }

    private static void write(FileContent content, ByteRange range, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = range.length();
        try (InputStream in = content.from(range.first())) {
            while (left > 0) {
                int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (got < 0) {
                    throw new EOFException("the file is shorter than it was");
                }
                out.write(buffer, 0, got);
                left -= got;
            }
        }
    }

    private static Optional<String> header(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeaderString(name));
    }
}
