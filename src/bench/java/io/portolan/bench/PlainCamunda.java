package io.portolan.bench;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A plain Camunda application with its REST API, as its starter sets it up; not annotated as a configuration, so that no scan finds it. */
@EnableAutoConfiguration
class PlainCamunda { }
