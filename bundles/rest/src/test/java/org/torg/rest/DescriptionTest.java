package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.ws.rs.HttpMethod;
import org.junit.jupiter.api.Test;
import org.torg.api.account.Function;
import org.torg.rest.http.SignedIn;
import org.torg.rest.openapi.OpenApiResource;

/** The description says what the code does: the same routes, the same shapes. */
class DescriptionTest {

    /** Records of the same shape under another name, and records that hold a page. */
    private static final Map<String, String> RENAMED = Map.of(
            "NewCart", "NewCartJson",
            "ProductCategory", "ProductJson.CategoryJson",
            "Category", "CategoryResource.CategoryJson",
            "ImportFailure", "ImportJson.FailureJson",
            "Tier", "ProductJson.TierJson",
            "OrderState", "OrderJson.StateJson",
            "TraceValue", "TraceJson.ValueJson");

    /**
     * What may be asked again, such as another mail or the end of a session; what brings a secret, which works once; and the
     * forms of strangers, who have no keys of their own.
     */
    private static final Pattern WITHOUT_KEY = Pattern.compile(
            "/prices|/simulations/prices|/configurations/.*|/quick-orders/(check|rejected)|/recipient-searches|/personal-data/address-exports|/sessions(/.*)?|/own-sessions(/.*)?|/second-factor(/.*)?"
                    + "|/people/\\{id}/second-factor|/api-tokens(/.*)?|/first-administrator|/invitations/accept"
                    + "|/password-resets|/email-confirmations|/password"
                    + "|/(accounts/\\{account}|staff)/invitations/\\{invitation}(/mails)?"
                    + "|/email-corrections|/registrations(/confirm)?");

    private final JsonNode document = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(new OpenApiResource().text());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theDocumentIsValid() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(document.toString(), null, options);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).hasSizeGreaterThan(25);
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsUsed() {
        Set<String> used = new TreeSet<>(document.findValuesAsText("$ref"));
        assertThat(used)
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
        Set<String> defined = new TreeSet<>();
        for (String kind : new String[] {"schemas", "responses", "parameters", "headers"}) {
            document.at("/components/" + kind)
                    .fieldNames()
                    .forEachRemaining(name -> defined.add("#/components/" + kind + "/" + name));
        }
        assertThat(used).isEqualTo(defined);
    }

    @Test
    void everyRouteOfTheCodeIsDescribedAndNoOther() throws Exception {
        Set<String> coded = new TreeSet<>();
        for (Class<?> resource : classes()) {
            javax.ws.rs.Path root = resource.getAnnotation(javax.ws.rs.Path.class);
            for (Method method : resource.getDeclaredMethods()) {
                verb(method).ifPresent(verb -> {
                    javax.ws.rs.Path below = method.getAnnotation(javax.ws.rs.Path.class);
                    String path = "/" + root.value() + (below == null ? "" : "/" + below.value());
                    String plain = path.replaceAll("\\{(\\w+):[^}]*}", "{$1}").replaceAll("/+", "/");
                    boolean people =
                            resource.isAnnotationPresent(SignedIn.class) || method.isAnnotationPresent(SignedIn.class);
                    coded.add(verb + " " + (plain.length() > 1 ? plain.replaceAll("/$", "") : plain)
                            + (people ? " signed in" : ""));
                });
            }
        }
        assertThat(coded).hasSizeGreaterThan(30);
        assertThat(described()).isEqualTo(coded);
    }

    private Set<String> described() {
        Set<String> described = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (!path.getKey().startsWith("/system/")) {
                        boolean people = operation.getValue().get("security").size() == 1;
                        described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()
                                + (people ? " signed in" : ""));
                    }
                }));
        return described;
    }

    @Test
    void everyRouteNamesTheRightThatItNeeds() {
        Set<String> known = new TreeSet<>(Set.of("public", "signed-in"));
        for (Function function : Function.values()) {
            known.add(function.code());
        }
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (path.getKey().startsWith("/system/")) {
                        return;
                    }
                    String route = operation.getKey() + " " + path.getKey();
                    Set<String> rights = new TreeSet<>();
                    operation.getValue().path("x-torg-right").forEach(right -> rights.add(right.asText()));
                    assertThat(rights).as(route).isNotEmpty();
                    assertThat(known).as(route).containsAll(rights);
                    boolean people = operation.getValue().get("security").size() == 1;
                    assertThat(rights.contains("public")).as(route).isEqualTo(!people);
                }));
    }

    @Test
    void everyCommandTakesAKey() {
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    boolean command = Set.of("post", "put", "delete").contains(operation.getKey())
                            && !WITHOUT_KEY.matcher(path.getKey()).matches();
                    assertThat(operation.getValue().toString().contains("parameters/IdempotencyKey"))
                            .as(operation.getKey() + " " + path.getKey())
                            .isEqualTo(command);
                }));
    }

    @Test
    void everyShapeOfTheCodeIsDescribedFieldByField() throws Exception {
        Map<String, Class<?>> shapes = new HashMap<>();
        for (Class<?> type : classes()) {
            if (type.isRecord() && type.getSimpleName().endsWith("Json")) {
                shapes.put(type.getSimpleName(), type);
                shapes.put(type.getName().replaceAll(".*\\.", "").replace('$', '.'), type);
            }
        }
        Set<Class<?>> compared = new HashSet<>();
        document.at("/components/schemas").properties().forEach(schema -> {
            Class<?> shape = shapes.get(RENAMED.getOrDefault(schema.getKey(), schema.getKey() + "Json"));
            if (shape != null) {
                compare(schema.getKey(), schema.getValue(), shape);
                compared.add(shape);
            }
        });
        Set<Class<?>> forgotten = new HashSet<>(shapes.values());
        forgotten.removeAll(compared);
        forgotten.removeIf(type -> type.getSimpleName().equals("PageJson"));
        assertThat(forgotten).isEmpty();
    }

    private static void compare(String name, JsonNode schema, Class<?> shape) {
        Set<String> fields = new TreeSet<>();
        Set<String> certain = new TreeSet<>();
        for (RecordComponent component : shape.getRecordComponents()) {
            fields.add(component.getName());
            if (component.getType() != Optional.class) {
                certain.add(component.getName());
            }
        }
        Set<String> described = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(described::add);
        assertThat(described).as(name).isEqualTo(fields);
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        assertThat(required).as(name + ": what the code always writes").containsAll(certain);
        assertThat(schema.get("additionalProperties").asBoolean(true)).as(name).isFalse();
    }

    private static Optional<String> verb(Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    /** All classes of this bundle that are resources or lie beside them. */
    private static List<Class<?>> classes() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(Resource.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve("org/torg/rest"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = StreamSupport.stream(root.relativize(file).spliterator(), false)
                        .map(Path::toString)
                        .reduce((a, b) -> a + "." + b)
                        .orElseThrow();
                Class<?> type = Class.forName(name.replaceAll("\\.class$", ""), false, Resource.class.getClassLoader());
                if (type.isAnnotationPresent(javax.ws.rs.Path.class) || type.isRecord()) {
                    classes.add(type);
                }
            }
        }
        return classes;
    }
}
