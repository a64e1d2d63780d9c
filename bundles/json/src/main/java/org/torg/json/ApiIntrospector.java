package org.torg.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads from the shape of the api's types what others would write as annotations. */
final class ApiIntrospector extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        Class<?> sealed = sealedInterface(annotated.getRawType());
        if (annotated instanceof AnnotatedClass && sealed != null) {
            return JsonTypeInfo.Value.construct(
                    JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, Boolean.FALSE);
        }
        return super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        Class<?> raw = annotated.getRawType();
        if (annotated instanceof AnnotatedClass && isOurs(raw) && raw.isSealed()) {
            List<NamedType> types = new ArrayList<>();
            for (Class<?> permitted : raw.getPermittedSubclasses()) {
                types.add(new NamedType(permitted, kebab(permitted.getSimpleName())));
            }
            return types;
        }
        return super.findSubtypes(annotated);
    }

    @Override
    public @Nullable String findTypeName(AnnotatedClass annotated) {
        Class<?> raw = annotated.getRawType();
        return raw.isRecord() && sealedInterface(raw) != null
                ? kebab(raw.getSimpleName())
                : super.findTypeName(annotated);
    }

    @Override
    public @Nullable Boolean hasAsValue(Annotated annotated) {
        if (annotated instanceof AnnotatedMethod method && isName(method.getDeclaringClass())) {
            RecordComponent only = method.getDeclaringClass().getRecordComponents()[0];
            return method.getName().equals(only.getName()) && method.getParameterCount() == 0;
        }
        return super.hasAsValue(annotated);
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
        if (annotated instanceof AnnotatedConstructor constructor
                && isName(constructor.getDeclaringClass())
                && constructor.getParameterCount() == 1) {
            return JsonCreator.Mode.DELEGATING;
        }
        return super.findCreatorAnnotation(config, annotated);
    }

    /** A record of one string that stands alone is a name, such as {@code OrderId}: it is written as that string. */
    private static boolean isName(Class<?> type) {
        return isOurs(type)
                && type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == String.class
                && type.getRecordComponents()[0].getName().equals("value")
                && sealedInterface(type) == null;
    }

    private static @Nullable Class<?> sealedInterface(Class<?> type) {
        if (!isOurs(type)) {
            return null;
        }
        if (type.isSealed()) {
            return type;
        }
        for (Class<?> parent : type.getInterfaces()) {
            if (isOurs(parent) && parent.isSealed()) {
                return parent;
            }
        }
        return null;
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("org.torg.");
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
