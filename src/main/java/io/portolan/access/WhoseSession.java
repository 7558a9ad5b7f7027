package io.portolan.access;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** A logout names a session, or somebody with all of theirs. */
class WhoseSession implements OAuth2TokenValidator<Jwt> {

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return isText(token.getClaim("sid")) || isText(token.getSubject()) ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "neither sid nor sub is there", null));
    }

    private static boolean isText(Object claim) {
        return claim instanceof String text && !text.isBlank();
    }
}
