package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.portolan.refusal.TextRules;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says in the description of a record what its declaration says: what is always there, what may be null, and how long its texts may be. */
@Component
class RecordSchemas implements ModelConverter {

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var java = Json.mapper().constructType(type.getType());
        var raw = java.getRawClass();
        var isOurs = raw.isRecord() && raw.getName().startsWith("io.portolan.");
        if (isOurs && type.getName() == null) {
            type.setName(nameOf(java));
        }
        var resolved = chain.next().resolve(type, context, chain);
        if (resolved != null && isOurs) {
            var ref = resolved.get$ref();
            var model = ref == null ? resolved : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
            if (model != null && model.getProperties() != null) {
                complete(raw, model);
            }
        }
        return resolved;
    }

    /** One name for one thing: what is declared within something is called by that, too, and a list by what is in it. */
    private static String nameOf(JavaType type) {
        var name = new StringBuilder(type.getRawClass().getSimpleName());
        for (var outer = type.getRawClass().getDeclaringClass(); outer != null; outer = outer.getDeclaringClass()) {
            name.insert(0, outer.getSimpleName().replaceAll("Controller$", ""));
        }
        type.getBindings().getTypeParameters().forEach(part -> name.append(nameOf(part)));
        return name.toString();
    }

    private static void complete(Class<?> type, Schema<?> model) {
        var inclusion = type.getAnnotation(JsonInclude.class);
        var isAlways = inclusion != null && inclusion.value() == JsonInclude.Include.ALWAYS;
        for (var component : type.getRecordComponents()) {
            Schema<?> property = model.getProperties().get(component.getName());
            if (property == null) {
                continue;
            }
            var isWhole = component.getType().isPrimitive();
            var own = component.getAccessor().getAnnotation(JsonInclude.class);
            var isThere = own == null ? isAlways : own.value() == JsonInclude.Include.ALWAYS;
            if ((isThere || isWhole) && (model.getRequired() == null || !model.getRequired().contains(component.getName()))) {
                model.addRequiredItem(component.getName());
            }
            if (isThere && !isWhole && !Collection.class.isAssignableFrom(component.getType()) && !Map.class.isAssignableFrom(component.getType())) {
                model.getProperties().put(component.getName(), orNull(property));
            }
            if (type.getSimpleName().matches(".*(Body|Wish|Change|Draft|Request|Filter)")) {
                limit(property, component);
            }
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() == null) {
            if (property.getTypes() != null) {
                property.addType("null");
            }
            return property;
        }
        var none = new Schema<>();
        none.setTypes(Set.of("null"));
        var either = new Schema<>();
        either.setAnyOf(List.of(property, none));
        return either;
    }

    private static void limit(Schema<?> property, RecordComponent component) {
        var longText = component.getAnnotation(LongText.class);
        var most = longText == null ? TextRules.USUAL : longText.value();
        for (var text : new Schema<?>[] {property, property.getItems(), property.getAdditionalProperties() instanceof Schema<?> values ? values : null}) {
            if (text != null && text.getTypes() != null && text.getTypes().contains("string") && text.getFormat() == null && text.getMaxLength() == null) {
                text.setMaxLength(most);
            }
        }
    }
}
