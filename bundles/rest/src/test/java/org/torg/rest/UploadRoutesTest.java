package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Refusal;
import org.torg.api.account.RecipientId;
import org.torg.api.upload.Checksum;
import org.torg.api.upload.FileType;
import org.torg.api.upload.NewUpload;
import org.torg.api.vendor.VendorId;

/** The tus protocol over HTTP; each reply of {@link Api} is held against the description. */
@Tag("D20")
class UploadRoutesTest {

    private static final String PIECE = "application/offset+octet-stream";

    private ApiServer server;
    private Api stranger;
    private Api buyer;

    @BeforeEach
    void open() throws Exception {
        server = new ApiServer();
        stranger = Api.of(server);
        buyer = stranger.as("buyer").with("Tus-Resumable", "1.0.0");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Api announcing(long length) {
        return buyer.with("Upload-Length", Long.toString(length))
                .with("Upload-Metadata", "filename " + base64("Kari Nordmann upper.STL"));
    }

    private Api piece(long offset) {
        return buyer.with("Content-Type", PIECE).with("Upload-Offset", Long.toString(offset));
    }

    @Test
    void anybodyMayAskWhatIsUnderstood() throws Exception {
        Api.Reply reply = stranger.send("OPTIONS", "/uploads", "");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(reply.header("Tus-Extension").split(","))
                .containsExactlyInAnyOrder("creation", "creation-with-upload", "expiration", "checksum", "termination");
        assertThat(reply.header("Tus-Max-Size")).isEqualTo("500000000");
        assertThat(reply.header("Tus-Checksum-Algorithm")).isEqualTo("sha1,sha256");
    }

    @Test
    void aFileIsAnnouncedSentInPiecesAndFetched() throws Exception {
        Api.Reply announced = announcing(10).send("POST", "/uploads", "");
        assertThat(announced.status()).as(announced.body()).isEqualTo(201);
        assertThat(announced.header("Location")).endsWith("/api/v1/uploads/upload-1");
        assertThat(announced.header("Upload-Expires")).isEqualTo("Tue, 03 Mar 2026 09:00:00 GMT");
        assertThat(announced.header("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(server.market().uploads().asked())
                .containsExactly(new NewUpload(Optional.empty(), FileType.STL, 10, Optional.empty(), Optional.empty()));

        Api.Reply first = piece(0).send("PATCH", "/uploads/upload-1", "abcd");
        assertThat(first.status()).as(first.body()).isEqualTo(204);
        assertThat(first.header("Upload-Offset")).isEqualTo("4");
        Api.Reply where = buyer.send("HEAD", "/uploads/upload-1", "");
        assertThat(where.status()).isEqualTo(200);
        assertThat(where.header("Upload-Offset")).isEqualTo("4");
        assertThat(where.header("Upload-Length")).isEqualTo("10");
        assertThat(where.header("Upload-Metadata")).isEqualTo("filename " + base64("upload-1.stl"));
        assertThat(where.header("Cache-Control")).isEqualTo("no-store");
        assertThat(buyer.get("/uploads/upload-1").json().get("state").asText()).isEqualTo("uploading");
        piece(4).send("PATCH", "/uploads/upload-1", "efghij");
        assertThat(buyer.get("/uploads/upload-1").json().get("state").asText()).isEqualTo("ready");

        Api.Reply whole = buyer.get("/uploads/upload-1/content");
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo("abcdefghij");
        assertThat(whole.header("Content-Disposition")).isEqualTo("attachment; filename=\"upload-1.stl\"");
        assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(whole.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(whole.header("Content-Length")).isEqualTo("10");
    }

    @Test
    void aPartOfAFileCanBeFetched() throws Exception {
        announcing(10).with("Content-Type", PIECE).send("POST", "/uploads", "abcdefghij");
        String path = "/uploads/upload-1/content";

        Api.Reply part = buyer.with("Range", "bytes=2-4").get(path);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("cde");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(buyer.with("Range", "bytes=7-").get(path).body()).isEqualTo("hij");
        assertThat(buyer.with("Range", "bytes=-2").get(path).body()).isEqualTo("ij");
        assertThat(buyer.with("Range", "bytes=8-99").get(path).body()).isEqualTo("ij");
        for (String whole : List.of("bytes=4-2", "bytes=0-1,3-4", "lines=1-2", "bytes=-")) {
            assertThat(buyer.with("Range", whole).get(path).status()).isEqualTo(200);
        }
        assertThat(buyer.with("Range", "bytes=2-4")
                        .with("If-Range", "\"other\"")
                        .get(path)
                        .status())
                .isEqualTo(200);
        assertThat(buyer.with("Range", "bytes=2-4")
                        .with("If-Range", part.header("ETag"))
                        .get(path)
                        .status())
                .isEqualTo(206);
        Api.Reply beyond = buyer.with("Range", "bytes=10-").get(path);
        beyond.problem(416, "range-not-satisfiable");
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */10");
    }

    @Test
    void theFirstPieceMayComeWithTheAnnouncement() throws Exception {
        Api.Reply announced = announcing(10).with("Content-Type", PIECE).send("POST", "/uploads", "abcd");

        assertThat(announced.status()).as(announced.body()).isEqualTo(201);
        assertThat(announced.header("Upload-Offset")).isEqualTo("4");
    }

    @Test
    void ofTheMetadataNoNameIsKept() throws Exception {
        Api.Reply announced = buyer.with("Upload-Length", "5")
                .with(
                        "Upload-Metadata",
                        "relativePath " + base64("Kari/x") + ", filename " + base64("Kari.jpeg") + ",label "
                                + base64("J 1042") + ",vendor " + base64("lighting") + ",recipient " + base64("r-1")
                                + ",empty")
                .send("POST", "/uploads", "");

        assertThat(announced.status()).as(announced.body()).isEqualTo(201);
        assertThat(server.market().uploads().asked())
                .containsExactly(new NewUpload(
                        Optional.of(new VendorId("lighting")),
                        FileType.JPEG,
                        5,
                        Optional.of("J 1042"),
                        Optional.of(new RecipientId("r-1"))));
    }

    @Test
    void whatCannotBeUnderstoodIsRefused() throws Exception {
        buyer.with("Upload-Metadata", "filename " + base64("x.stl"))
                .send("POST", "/uploads", "")
                .problem(400, "upload-length-invalid");
        for (String metadata : List.of("filename ?", "filename eC5zdGw=,vendor " + base64("A B"))) {
            buyer.with("Upload-Length", "5")
                    .with("Upload-Metadata", metadata)
                    .send("POST", "/uploads", "")
                    .problem(400, "upload-metadata-invalid");
        }
        buyer.with("Upload-Length", "5")
                .with("Upload-Metadata", "filename " + base64("x.exe"))
                .send("POST", "/uploads", "")
                .problem(422, "file-type-unknown");
        announcing(10).send("POST", "/uploads", "");
        buyer.with("Content-Type", PIECE)
                .send("PATCH", "/uploads/upload-1", "x")
                .problem(400, "upload-offset-invalid");
        piece(0).with("Upload-Checksum", "md5 " + base64("x"))
                .send("PATCH", "/uploads/upload-1", "x")
                .problem(400, "upload-checksum-invalid");
        buyer.with("Content-Type", "text/plain")
                .with("Upload-Offset", "0")
                .send("PATCH", "/uploads/upload-1", "x")
                .problem(415, "unsupported-media-type");
    }

    @Test
    void tusStatusesAreThoseThatItsClientsKnow() throws Exception {
        announcing(10).send("POST", "/uploads", "");
        SmallUploads uploads = server.market().uploads();

        uploads.refuseNext(Refusal.Kind.CONFLICT, "upload-offset-wrong");
        assertThat(piece(7).with("Accept-Language", "nb")
                        .send("PATCH", "/uploads/upload-1", "x")
                        .problem(409, "upload-offset-wrong")
                        .get("detail")
                        .asText())
                .isEqualTo("Av denne filen er 3 byte her. Fortsett derfra.");
        uploads.refuseNext(Refusal.Kind.CONFLICT, "upload-locked");
        Api.Reply locked = piece(0).send("PATCH", "/uploads/upload-1", "x");
        locked.problem(423, "upload-locked");
        assertThat(locked.header("Retry-After")).isEqualTo("1");
        uploads.refuseNext(Refusal.Kind.CONFLICT, "checksum-mismatch");
        piece(0).with("Upload-Checksum", "sha1 " + base64("x"))
                .send("PATCH", "/uploads/upload-1", "x")
                .problem(460, "checksum-mismatch");
        assertThat(uploads.asked())
                .last()
                .isEqualTo(List.of(0L, Optional.of(new Checksum(Checksum.Algorithm.SHA1, "78"))));
        uploads.refuseNext(Refusal.Kind.UNPROCESSABLE, "file-too-large");
        announcing(10).send("POST", "/uploads", "").problem(413, "file-too-large");
        piece(0).send("PATCH", "/uploads/other", "x").problem(404, "upload-not-found");
    }

    @Test
    void anotherVersionIsRefusedBeforeAnythingIsDone() throws Exception {
        for (Api other : List.of(stranger.as("buyer"), buyer.with("Tus-Resumable", "0.2.2"))) {
            Api.Reply reply = other.with("Upload-Length", "5")
                    .with("Upload-Metadata", "filename " + base64("x.stl"))
                    .send("POST", "/uploads", "");
            reply.problem(412, "tus-version-unsupported");
            assertThat(reply.header("Tus-Version")).isEqualTo("1.0.0");
        }
        assertThat(server.market().uploads().asked()).isEmpty();
        stranger.with("Tus-Resumable", "1.0.0").send("POST", "/uploads", "").problem(401, "token-missing");
    }

    @Test
    void aPostMaySayThatItIsAPatch() throws Exception {
        announcing(10).send("POST", "/uploads", "");

        assertThat(piece(0).with("X-HTTP-Method-Override", "PATCH")
                        .post("/uploads/upload-1", "abc")
                        .status())
                .isEqualTo(204);
        assertThat(buyer.with("X-HTTP-Method-Override", "DELETE")
                        .send("POST", "/uploads/upload-1", "")
                        .status())
                .isEqualTo(204);
        buyer.get("/uploads/upload-1").problem(404, "upload-not-found");
        // Nowhere else.
        stranger.as("buyer")
                .with("X-HTTP-Method-Override", "DELETE")
                .post("/sessions/current", "{}")
                .problem(405, "method-not-allowed");
    }

    @Test
    void aPieceMayBeLargerThanOtherBodiesAndALabelMayNot() throws Exception {
        announcing(3_000_000).send("POST", "/uploads", "");

        assertThat(piece(0).send("PATCH", "/uploads/upload-1", "x".repeat(3_000_000))
                        .status())
                .isEqualTo(204);
        buyer.put("/uploads/upload-1/label", "{\"label\":\"" + "x".repeat(1_100_000) + "\"}")
                .problem(413, "body-too-large");
    }

    @Test
    void whyAFileWasRefusedIsSaidInTheReadersLanguage() throws Exception {
        announcing(4).with("Content-Type", PIECE).send("POST", "/uploads", "lies");

        Api.Reply refused = buyer.with("Accept-Language", "nb").get("/uploads/upload-1");
        assertThat(refused.json().at("/refusal/code").asText()).isEqualTo("file-type-mismatch");
        assertThat(refused.json().at("/refusal/detail").asText()).startsWith("Innholdet er ikke en hel STL-fil.");
    }

    @Test
    void theListAndTheLabelAreOrdinaryJson() throws Exception {
        announcing(10).send("POST", "/uploads", "");

        Api.Reply list = buyer.get("/uploads?limit=1");
        assertThat(list.json().get("items")).hasSize(1);
        assertThat(list.json().get("next").asText()).isNotEmpty();
        assertThat(buyer.put("/uploads/upload-1/label", "{\"label\":\"J 7\"}")
                        .json()
                        .get("label")
                        .asText())
                .isEqualTo("J 7");
        assertThat(buyer.send("HEAD", "/uploads/upload-1", "").header("Upload-Metadata"))
                .endsWith(",label " + base64("J 7"));
        assertThat(buyer.put("/uploads/upload-1/label", "{}").json().has("label"))
                .isFalse();
    }
}
