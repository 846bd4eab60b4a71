/** SCIM clients that we did not write, each living through a whole life against the server. */
package dev.portcullis.scim.clients;
