package io.portolan.vault;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;

/** Fails where somebody tries to write a secret as JSON: an error is better than dots that look like an answer. */
class NeverSerialised extends JsonSerializer<Secret> {

    @Override
    public void serialize(Secret secret, JsonGenerator json, SerializerProvider provider) throws JsonMappingException {
        throw new JsonMappingException(json, "a secret is never serialised");
    }
}
