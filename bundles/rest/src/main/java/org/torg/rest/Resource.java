package org.torg.rest;

/**
 * A JAX-RS resource of the API, or a filter or mapper that needs services. Each is a component with this as its
 * service; the application is published when all of this bundle are there, so that it is built once.
 */
public interface Resource {}
