package org.torg.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
    record Line(String sku, int quantity) {}

    record Cart(List<Line> lines) {}

    @Test
    void tellsWhichFieldIsUnknown() {
        Problem problem = ofBody("{\"lines\":[{\"sku\":\"a\",\"quantity\":1,\"colour\":1}]}");
        assertThat(problem.code()).isEqualTo("field-unknown");
        assertThat(problem.errors())
                .containsExactly(new Problem.Error("/lines/0/colour", "field-unknown", "There is no such field."));
    }

    @Test
    void tellsWhereAValueDoesNotFitWithoutNamingClasses() {
        Problem problem = ofBody("{\"lines\":[{\"sku\":\"a\",\"quantity\":\"many\"}]}");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/lines/0/quantity");
            assertThat(error.detail()).doesNotContain("int", "torg", "String");
        });
    }

    @Test
    void tellsBrokenJson() {
        assertThat(ofBody("{\"lines\":").code()).isEqualTo("json-broken");
    }

    @Test
    void tellsALargeBodyAlsoWhenTheReaderWrappedIt() {
        Problem problem = Failures.problem(new IllegalStateException(new BodyTooLargeException(10)));
        assertThat(problem.status()).isEqualTo(413);
    }

    @Test
    void tellsABodyThatBrokeOffAsTheClientsOwn() {
        Problem problem = Failures.problem(new UncheckedIOException(new BodyBrokenException(new IOException("reset"))));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("body-broken");
    }

    @Test
    void tellsADatabaseThatIsAway() {
        assertThat(Failures.problem(new IllegalStateException(new SQLTransientConnectionException("timeout")))
                        .code())
                .isEqualTo("database-unavailable");
        assertThat(Failures.problem(new SQLException("terminated", "57P01")).status())
                .isEqualTo(503);
    }

    @Test
    void tellsAFullDisk() {
        assertThat(Failures.problem(new IllegalStateException(new IOException("No space left on device")))
                        .code())
                .isEqualTo("storage-full");
        assertThat(Failures.problem(new SQLException("disk full", "53100")).code())
                .isEqualTo("storage-full");
    }

    @Test
    void tellsNothingOfWhatNobodyForesaw() {
        Problem problem = Failures.problem(new SQLException("duplicate key of Kari Nordmann", "23505"));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.detail()).doesNotContain("Kari");
    }

    private static Problem ofBody(String body) {
        try {
            Cart cart = Json.MAPPER.readValue(body, Cart.class);
            throw new AssertionError("Read " + cart);
        } catch (JacksonException e) {
            return Failures.problem(e);
        }
    }
}
