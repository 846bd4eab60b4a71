package dev.portcullis.access;

import dev.portcullis.directory.Belonging;

/** That a group rule gives somebody its role, because of one group. */
record RoleGround(GroupRule rule, Belonging belonging) {}
