package io.portolan.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/**
 * Where the database is.
 *
 * @param folder where the embedded PostgreSQL keeps its data; used only while {@code spring.datasource.url} is not set
 * @param port the port of the embedded PostgreSQL on the loopback interface; 0 takes a free one
 * @param patience how long to wait at start for a database that is given but away ({@code portolan.database.wait})
 */
@Validated
@ConfigurationProperties("portolan.database")
record DatabaseSettings(@DefaultValue("./data/postgres") @NotNull Path folder,
        @DefaultValue("0") @Min(0) @Max(65535) int port,
        @Name("wait") @DefaultValue("60s") @NotNull Duration patience) {
}
