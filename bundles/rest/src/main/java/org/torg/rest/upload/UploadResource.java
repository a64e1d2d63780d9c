package org.torg.rest.upload;

import java.io.InputStream;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HEAD;
import javax.ws.rs.OPTIONS;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.upload.Checksum;
import org.torg.api.upload.NewUpload;
import org.torg.api.upload.Upload;
import org.torg.api.upload.UploadId;
import org.torg.api.upload.Uploads;
import org.torg.http.Wording;
import org.torg.http.upload.TusHeaders;
import org.torg.http.upload.UploadMetadata;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Files that come piece by piece, by the tus protocol; how they fare is told as JSON. */
@Component(service = Resource.class)
@Path("uploads")
@Produces(MediaType.APPLICATION_JSON)
public final class UploadResource implements Resource {

    private static final Cursor CURSOR = new Cursor("uploads");

    private final Uploads uploads;
    private final MessageText texts;

    @Activate
    public UploadResource(@Reference Uploads uploads, @Reference MessageText texts) {
        this.uploads = uploads;
        this.texts = texts;
    }

    @OPTIONS
    public Response protocol() {
        return Response.noContent()
                .header(TusHeaders.TUS_RESUMABLE, TusHeaders.VERSION)
                .header(TusHeaders.TUS_VERSION, TusHeaders.VERSION)
                .header("Tus-Extension", TusHeaders.EXTENSIONS)
                .header("Tus-Max-Size", uploads.mostBytes())
                .header("Tus-Checksum-Algorithm", TusHeaders.algorithms())
                .build();
    }

    @POST
    @Tus
    @SignedIn
    public Response create(@BeanParam Asked asked, @Context HttpHeaders headers, @Nullable InputStream piece) {
        Caller caller = asked.withoutQuery().caller();
        Optional<Checksum> checksum = TusHeaders.checksum(header(headers, TusHeaders.UPLOAD_CHECKSUM));
        NewUpload file = UploadMetadata.of(header(headers, TusHeaders.UPLOAD_METADATA))
                .announcing(TusHeaders.length(header(headers, TusHeaders.UPLOAD_LENGTH)));
        Wording words = texts.of(caller.language());
        Upload upload = TusOutcome.orProblem(uploads.create(caller, asked.key(), file), words);
        boolean withPiece = piece != null
                && header(headers, HttpHeaders.CONTENT_TYPE)
                        .filter(TusHeaders.PIECE::equals)
                        .isPresent();
        // A repeat of what has been answered before brings its piece again.
        if (withPiece && upload.received() == 0 && upload.state() == Upload.State.UPLOADING) {
            upload = TusOutcome.orProblem(uploads.append(caller, upload.id(), 0, checksum, piece), words);
        }
        return progress(Response.status(Response.Status.CREATED), upload)
                .header(HttpHeaders.LOCATION, "/api/v1/uploads/" + upload.id().value())
                .build();
    }

    @GET
    @SignedIn
    public Response all(@BeanParam Asked asked) {
        Query query = asked.query();
        PageRequest page = query.settle(query.page(CURSOR));
        Wording words = texts.of(asked.language());
        return Replies.ok(PageJson.of(
                uploads.list(asked.caller(), page).orElseThrow(), CURSOR, upload -> UploadJson.of(upload, words)));
    }

    @HEAD
    @Path("{id}")
    @Tus
    @SignedIn
    public Response offset(@BeanParam Asked asked, @PathParam("id") String id) {
        Upload upload =
                uploads.get(asked.withoutQuery().caller(), upload(asked, id)).orElseThrow();
        return progress(Response.ok(), upload)
                .header(TusHeaders.UPLOAD_LENGTH, upload.size())
                .header(TusHeaders.UPLOAD_METADATA, UploadMetadata.of(upload))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Consumes(TusHeaders.PIECE)
    @Tus
    @SignedIn
    public Response append(
            @BeanParam Asked asked, @Context HttpHeaders headers, @PathParam("id") String id, InputStream piece) {
        Caller caller = asked.withoutQuery().caller();
        long offset = TusHeaders.offset(header(headers, TusHeaders.UPLOAD_OFFSET));
        Optional<Checksum> checksum = TusHeaders.checksum(header(headers, TusHeaders.UPLOAD_CHECKSUM));
        Upload upload = TusOutcome.orProblem(
                uploads.append(caller, upload(asked, id), offset, checksum, piece), texts.of(caller.language()));
        return progress(Response.noContent(), upload).build();
    }

    @DELETE
    @Path("{id}")
    @Tus
    @SignedIn
    public Response remove(@BeanParam Asked asked, @PathParam("id") String id) {
        UploadId unused = uploads.remove(asked.withoutQuery().caller(), asked.key(), upload(asked, id))
                .orElseThrow();
        return Response.noContent().build();
    }

    @GET
    @Path("{id}")
    @SignedIn
    public Response get(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        Upload upload = uploads.get(caller, upload(asked, id)).orElseThrow();
        return Replies.ok(UploadJson.of(upload, texts.of(caller.language())));
    }

    @PUT
    @Path("{id}/label")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    public Response label(@BeanParam Asked asked, @PathParam("id") String id, @Nullable LabelJson body) {
        Caller caller = asked.withoutQuery().caller();
        Upload upload = uploads.label(
                        caller, asked.key(), upload(asked, id), Body.of(body).label())
                .orElseThrow();
        return Replies.ok(UploadJson.of(upload, texts.of(caller.language())));
    }

    private static Response.ResponseBuilder progress(Response.ResponseBuilder reply, Upload upload) {
        reply.header(TusHeaders.UPLOAD_OFFSET, upload.received());
        upload.expiresAt().ifPresent(moment -> reply.header(TusHeaders.UPLOAD_EXPIRES, TusHeaders.date(moment)));
        return reply;
    }

    private static Optional<String> header(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeaderString(name));
    }

    private static UploadId upload(Asked asked, String id) {
        return new UploadId(asked.id("upload", id));
    }
}
